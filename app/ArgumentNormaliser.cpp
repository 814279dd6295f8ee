// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ArgumentNormaliser.h"

#include "app/OptionTable.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace inspector {

namespace {

bool looksLikeOption(std::string_view argument)
{
    return argument.size() > 1 && argument.front() == '-';
}

tl::unexpected<Error> unknownOption(std::string_view given, std::string_view name)
{
    const std::string nearest = nearestOption(name);
    return failure("usage", "there is no option " + std::string(given),
        nearest.empty() ? "See --help." : "Did you mean --" + nearest + "? See --help.");
}

class Normaliser
{
public:
    explicit Normaliser(const std::vector<std::string> &arguments)
        : m_arguments(arguments)
    {}

    Result<std::vector<std::string>> run()
    {
        for (m_at = 0; m_at < m_arguments.size(); ++m_at) {
            const std::string &argument = m_arguments[m_at];
            if (argument == "--") {
                m_files.insert(m_files.end(), m_arguments.begin() + static_cast<std::ptrdiff_t>(m_at) + 1,
                    m_arguments.end());
                break;
            }
            if (!looksLikeOption(argument)) {
                m_files.push_back(argument);
                continue;
            }
            if (const auto taken = takeOption(argument); !taken)
                return tl::unexpected(taken.error());
        }
        m_normal.emplace_back("--");
        m_normal.insert(m_normal.end(), m_files.begin(), m_files.end());
        return m_normal;
    }

private:
    Result<void> takeOption(std::string_view argument)
    {
        const std::size_t equals = argument.find('=');
        const std::string_view spelled = argument.substr(0, equals);
        const std::string_view name = spelled.substr(spelled.starts_with("--") ? 2 : 1);
        std::optional<std::string> value;
        if (equals != std::string_view::npos)
            value = argument.substr(equals + 1);
        const OptionSpec *option = findOption(name);
        // "-export" is no option: one dash is for one letter.
        if (option == nullptr || spelled.starts_with("--") != (name.size() > 1))
            return unknownOption(spelled, name);
        return option->value.empty() ? takeFlag(*option, value) : takeValue(*option, value);
    }

    Result<void> takeFlag(const OptionSpec &option, const std::optional<std::string> &value)
    {
        if (value && *value != "true" && *value != "false") {
            return failure("usage", "--" + std::string(option.name) + " takes no value, or true or false",
                "Leave '=" + *value + "' away.");
        }
        const std::string normal = "--" + std::string(option.name);
        const std::string opposite = oppositeOf(option);
        std::erase(m_normal, normal); // the last one counts
        std::erase(m_normal, opposite);
        if (value != "false")
            m_normal.push_back(normal);
        else if (!opposite.empty())
            m_normal.push_back(opposite);
        return {};
    }

    /// "--no-dry-run" of "--dry-run" and the other way round; empty for a flag that has none.
    static std::string oppositeOf(const OptionSpec &option)
    {
        constexpr std::string_view no = "no-";
        const std::string name(option.name);
        const OptionSpec *opposite = findOption(name.starts_with(no) ? name.substr(no.size()) : "no-" + name);
        return opposite == nullptr ? std::string() : "--" + std::string(opposite->name);
    }

    Result<void> takeValue(const OptionSpec &option, std::optional<std::string> value)
    {
        const bool hasNext = m_at + 1 < m_arguments.size() && !looksLikeOption(m_arguments[m_at + 1]);
        if (!value && hasNext)
            value = m_arguments[++m_at];
        if (!value) {
            const std::string name = "--" + std::string(option.name);
            const std::string wanted(option.value);
            const std::string spelled = "Write " + name + " " + wanted;
            return failure("usage", name + " needs a value",
                spelled + (isNextValue() ? "; or " + name + "=" + wanted + " where it begins with -." : "."));
        }
        m_normal.push_back("--" + std::string(option.name) + "=" + *value);
        return {};
    }

    /// Whether what follows begins with "-" as a number or a text does, and no option.
    [[nodiscard]] bool isNextValue() const
    {
        if (m_at + 1 >= m_arguments.size())
            return false;
        const std::string_view next = m_arguments[m_at + 1];
        return next.find_first_of(" .0123456789") == 1;
    }

    const std::vector<std::string> &m_arguments;
    std::size_t m_at = 0;
    std::vector<std::string> m_normal, m_files;
};

} // namespace

Result<std::vector<std::string>> normaliseArguments(const std::vector<std::string> &arguments)
{
    return Normaliser(arguments).run();
}

} // namespace inspector
