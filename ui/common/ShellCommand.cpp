// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ShellCommand.h"

#include <QRegularExpression>

namespace inspector {

QString shellCommand(const QString &program, const QStringList &arguments)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    QStringList words{program};
    words << arguments;
    for (QString &word : words) {
        if (!plain.match(word).hasMatch())
            word = QLatin1Char('\'') + word.replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
                   QLatin1Char('\'');
    }
    return words.join(QLatin1Char(' '));
}

} // namespace inspector
