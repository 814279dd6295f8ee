// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

namespace inspector {

/// Keys that belong together.
struct KeyGroup
{
    QString title;
    QList<QPair<QString, QString>> keys; ///< the key, and what it does
};

} // namespace inspector
