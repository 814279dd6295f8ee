// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/markers/MarkersView.h"

#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/ListActions.h"
#include "ui/common/MarkerList.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/TextTableModel.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTableView>

namespace inspector {

MarkersView::MarkersView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_markers(parts.markers)
    , m_model(new TextTableModel(
          {{tr("time"), TextTableModel::Look::Number}, {tr("marker"), TextTableModel::Look::Text},
              {QString(), TextTableModel::Look::Secondary}},
          this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedLayout(this))
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Markers"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    addListAction(*m_table, tr("Remove"), QKeySequence::Delete, this, &MarkersView::removeChosen);
    auto *empty =
        new EmptyHint(EmptyHint::Place::List, tr("No marker yet. Ctrl+M sets one at the cursor."), this);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    const auto goThere = [this](const QModelIndex &index) {
        const auto number = index.data(TextTableModel::NumberRole).value<quint64>();
        if (number != m_cursor.number()) // once, of a double click
            m_cursor.goTo(number);
    };
    connect(m_table, &QTableView::clicked, this, goThere);
    connect(m_table, &QTableView::activated, this, goThere);
    connect(&m_source, &FrameSource::frameChanged, this, &MarkersView::showMarkers);
    connect(&m_markers, &MarkerList::changed, this, &MarkersView::showMarkers);
    connect(&parts.theme, &ThemeController::changed, this,
        [this, &theme = parts.theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(parts.theme.theme());
}

// Own ones first, so that a row below their count is one that can be removed.
void MarkersView::showMarkers()
{
    constexpr std::size_t mostRows = 1000; // of those that came with the session
    const SessionTracks &tracks = *m_source.frame().tracks;
    std::vector<TextTableModel::Row> rows;
    for (const UserMarker &marker : m_markers.markers())
        rows.push_back(
            {{words::elapsed(marker.at - tracks.firstTime), words::text(marker.label), tr("set here")},
                marker.number, {}});
    for (const SessionTracks::Landmark &marker : tracks.markers) {
        if (rows.size() >= mostRows)
            break;
        rows.push_back({{words::elapsed(marker.at - tracks.firstTime), words::text(marker.label), QString()},
            marker.number, {}});
    }
    m_model->setRows(std::move(rows));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
}

void MarkersView::removeChosen()
{
    if (m_table->selectionModel()->hasSelection())
        m_markers.remove(static_cast<std::size_t>(m_table->currentIndex().row()));
}

} // namespace inspector
