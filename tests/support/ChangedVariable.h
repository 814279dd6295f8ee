// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace inspector {

/// An environment variable that has another value for as long as this lives.
class ChangedVariable
{
public:
    ChangedVariable(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qEnvironmentVariableIsSet(name) ? std::optional(qgetenv(name)) : std::nullopt)
    {
        qputenv(name, value);
    }
    ~ChangedVariable()
    {
        if (m_before)
            qputenv(m_name, *m_before);
        else
            qunsetenv(m_name);
    }
    ChangedVariable(const ChangedVariable &) = delete;
    ChangedVariable &operator=(const ChangedVariable &) = delete;

private:
    const char *m_name;
    std::optional<QByteArray> m_before;
};

} // namespace inspector
