// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/OptionValues.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QCommandLineParser;

namespace inspector {

/// What stands on the command line and in the environment, as text, and the first mistake in it: only that is
/// told.
class GivenOptions
{
public:
    /// Both must outlive it; the parser has parsed.
    GivenOptions(const QCommandLineParser &parser, const Environment &environment)
        : m_parser(parser)
        , m_environment(environment)
    {}

    [[nodiscard]] bool has(const char *name) const;
    /// The last one that was given.
    [[nodiscard]] std::optional<std::string> value(const char *name) const;
    /// All of them, in order.
    [[nodiscard]] std::vector<std::string> values(const char *name) const;
    [[nodiscard]] std::optional<std::string> variable(std::string_view name) const
    {
        return m_environment(name);
    }
    [[nodiscard]] std::optional<std::string> valueOr(const char *name, std::string_view variable) const;
    /// What is no option.
    [[nodiscard]] std::vector<std::string> files() const;

    [[nodiscard]] const std::optional<Error> &mistake() const { return m_mistake; }
    /// A mistake; one behind another is forgotten.
    void refuse(const std::string &message, const std::string &remedy = "See --help.");
    /// An empty name is mostly a variable of a script that was not set; nothing good comes of going on.
    void refuseEmpty(std::initializer_list<const char *> names);
    /// Those do nothing with `command`, which would be silence where somebody expects something.
    void refuseWith(const char *command, std::initializer_list<const char *> names);

    /// Passes a result's value to `use`, or keeps its error as a usage error of `source`.
    template <class T, class Use>
    void take(const Result<T> &result, const std::string &source, Use use)
    {
        if (result)
            use(*result);
        else
            refuse((result.error().code == "usage" ? std::string() : source + ": ") + result.error().message,
                result.error().remedy);
    }

    template <class Use>
    void choice(const char *name, const char *first, const char *second, Use use)
    {
        if (const auto text = value(name))
            take(readChoice(name, *text, first, second), name, use);
    }

private:
    const QCommandLineParser &m_parser;
    const Environment &m_environment;
    std::optional<Error> m_mistake;
};

} // namespace inspector
