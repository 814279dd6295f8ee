// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace inspector {

/// A command for a POSIX shell: words with anything special in them stand in quotation marks.
[[nodiscard]] QString shellCommand(const QString &program, const QStringList &arguments);

} // namespace inspector
