// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/GivenOptions.h"

#include "app/OptionTable.h"

#include <QCommandLineParser>

namespace inspector {

namespace {

std::vector<std::string> textsOf(const QStringList &list)
{
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(list.size()));
    for (const QString &each : list)
        texts.push_back(each.toStdString());
    return texts;
}

} // namespace

bool GivenOptions::has(const char *name) const
{
    return m_parser.isSet(QString::fromLatin1(name));
}

std::optional<std::string> GivenOptions::value(const char *name) const
{
    if (!has(name))
        return std::nullopt;
    return m_parser.value(QString::fromLatin1(name)).toStdString();
}

std::vector<std::string> GivenOptions::values(const char *name) const
{
    return textsOf(m_parser.values(QString::fromLatin1(name)));
}

std::optional<std::string> GivenOptions::valueOr(const char *name, std::string_view variable) const
{
    const auto given = value(name);
    return given ? given : m_environment(variable);
}

std::vector<std::string> GivenOptions::files() const
{
    return textsOf(m_parser.positionalArguments());
}

void GivenOptions::refuse(const std::string &message, const std::string &remedy)
{
    if (!m_mistake)
        m_mistake = usageError(message, remedy).value();
}

void GivenOptions::refuseEmpty(std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const std::string option = "--" + std::string(name);
        if (const auto given = value(name); given && given->empty())
            refuse(option + " needs a value",
                "Write " + option + " " + std::string(findOption(name)->value) + ".");
    }
}

void GivenOptions::refuseWith(const char *command, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (has(name))
            refuse("--" + std::string(name) + " does not go with --" + command, "Leave it away, or export.");
    }
}

} // namespace inspector
