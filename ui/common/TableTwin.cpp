// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/TableTwin.h"

#include <QCoreApplication>
#include <QWidget>

namespace inspector {

void tellOfTable(QWidget &plot, const QWidget &table)
{
    plot.setAccessibleDescription(
        QCoreApplication::translate("inspector::TableTwin", "In words in the table \"%1\"")
            .arg(table.accessibleName()));
}

} // namespace inspector
