// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace inspector {

/// Matches each message of Qt but those that a machine for tests prints of itself, whatever runs on it. The
/// list of what is let pass; its reasons stand beside it.
inline QRegularExpression unexpectedWarning()
{
    // Nobody logged in there.
    QString expected = QStringLiteral("QStandardPaths: XDG_RUNTIME_DIR not set, .*");
    // It has no window manager, so nothing holds a window to limits of size or brings one before another, and
    // no other program that keys and mouse would have to be kept from.
    if (qEnvironmentVariable("QT_QPA_PLATFORM").startsWith(QLatin1String("offscreen")))
        expected +=
            QStringLiteral("|This plugin does not support "
                           R"((propagateSizeHints\(\)|raise\(\)|lower\(\)|grabbing the (keyboard|mouse)))");
    return QRegularExpression(QStringLiteral("^(?!(%1)$)").arg(expected));
}

} // namespace inspector
