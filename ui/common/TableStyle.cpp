// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/TableStyle.h"

#include "ui/common/Typography.h"

#include <QHeaderView>
#include <QTableView>

namespace inspector {

void applyTableStyle(QTableView &table)
{
    table.setFont(typography::table());
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setCornerButtonEnabled(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(typography::rowHeight());
    table.verticalHeader()->setMinimumSectionSize(typography::rowHeight());
    QHeaderView &header = *table.horizontalHeader();
    header.setFont(typography::table());
    header.setHighlightSections(false);
    header.setStretchLastSection(true);
    header.setFixedHeight(typography::rowHeight() + 2 * typography::unit());
}

} // namespace inspector
