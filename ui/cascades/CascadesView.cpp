// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cascades/CascadesView.h"

#include "ui/cascades/CascadeContent.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/TableTwin.h"
#include "ui/common/TextTableModel.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/ViewBar.h"
#include "ui/common/Words.h"
#include "ui/plot/MatrixPlot.h"
#include "ui/plot/TrackAxis.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace inspector {

using Look = TextTableModel::Look;

CascadesView::CascadesView(
    FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_cursor(cursor)
    , m_explanation(new QLabel(this))
    // In braces: after tr() in parentheses lupdate forgets at the next brace whose function this is.
    , m_flips{makeViewToggle(*this, tr("Attitude changes only"),
          tr("Count a cascade only where it changed the target's attitude"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L))}
    , m_visibleOnly{makeViewToggle(*this, tr("Visible range only"),
          tr("Count what the lanes show, instead of the whole session"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R))}
    , m_showTable{makeViewToggle(*this, tr("Table"),
          tr("The same as a table; Enter shows the events of a row"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T))}
    , m_plot(new MatrixPlot(theme, this))
    , m_model(new TextTableModel(
          {{tr("source"), Look::Text}, {tr("target"), Look::Text}, {tr("cascades"), Look::Number},
              {tr("attitude changes"), Look::Number}, {QString(), Look::Secondary}},
          this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedLayout)
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_stack->addWidget(new EmptyHint(EmptyHint::Place::View,
        tr("No cascade here.\nThe matrix fills when a faction's attitude changes because of another's."),
        this));
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Cascades by source and target"));
    tellOfTable(*m_plot->canvas(), *m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addLayout(m_stack, 1);
    connect(m_plot, &MatrixPlot::cellClicked, this, [this](int row, int column) {
        choose(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto &[from, to] = m_pairs[static_cast<std::size_t>(index.row())];
        choose(from, to);
    });
    connect(&source, &FrameSource::frameChanged, this, &CascadesView::takeFrame);
    connect(&cursor, &SessionCursor::visibleChanged, this, &CascadesView::takeFrame);
    connect(&theme, &ThemeController::changed, this, [this, &theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(theme.theme());
}

QWidget *CascadesView::makeBar()
{
    connect(m_flips, &QAction::toggled, this, &CascadesView::showMatrix);
    connect(m_visibleOnly, &QAction::toggled, this, &CascadesView::takeFrame);
    connect(m_showTable, &QAction::toggled, this, &CascadesView::showMatrix);
    return makeViewBar(*m_explanation, {m_flips, m_visibleOnly, m_showTable}, this);
}

void CascadesView::takeFrame()
{
    if (!isVisible())
        return; // the newest frame is counted when it is
    const InspectorFrame &frame = m_source.frame();
    std::pair<std::uint64_t, std::uint64_t> range(1, frame.size());
    if (m_visibleOnly->isChecked() && frame.timeline) {
        const TrackAxis axis(TrackAxis::Unit::Time, frame.timeline->index(), m_cursor.visible());
        range = {axis.firstNumber(), axis.lastNumber()};
    }
    if (m_counted == frame.tracks && m_countedRange == range)
        return;
    constexpr qint64 pauseMs = 500; // while a session is read: every frame has other tracks
    if (frame.phase == InspectorFrame::Phase::Loading && m_sinceCounted.isValid() &&
        m_sinceCounted.elapsed() < pauseMs)
        return;
    m_sinceCounted.start();
    m_counted = frame.tracks;
    m_countedRange = range;
    m_matrix = cascadeMatrix(frame.tracks->factions, m_source.catalogue(), range.first, range.second);
    showMatrix();
}

void CascadesView::showMatrix()
{
    const MatrixContent content = cascadeContent(m_matrix, m_source.catalogue(), m_flips->isChecked());
    std::uint64_t cascades = 0;
    std::uint64_t flips = 0;
    std::vector<TextTableModel::Row> rows;
    m_pairs.clear();
    for (std::size_t source = 0; source < m_matrix.sources.size(); ++source) {
        for (std::size_t target = 0; target < m_matrix.targets.size(); ++target) {
            const CascadeMatrix::Cell &cell = m_matrix.at(source, target);
            cascades += cell.count;
            flips += cell.flips;
            if (cell.count == 0)
                continue;
            m_pairs.emplace_back(source, target);
            rows.push_back({{content.rows[static_cast<qsizetype>(source)],
                                content.columns[static_cast<qsizetype>(target)], words::count(cell.count),
                                words::count(cell.flips), QString()},
                0, {}});
        }
    }
    m_model->setRows(std::move(rows));
    m_plot->setContent(content);
    m_stack->setCurrentIndex(cascades == 0 ? 0 : m_showTable->isChecked() ? 2 : 1);
    m_explanation->setText(
        cascades == 0 ? QString()
                      : tr("%1, %2. %3")
                            .arg(words::counted(cascades, tr("cascade"), tr("cascades")),
                                words::counted(flips, tr("changed an attitude"), tr("changed an attitude")),
                                m_flips->isChecked() || m_visibleOnly->isChecked()
                                    ? tr("Click a cell to see all events of the two.")
                                    : tr("Click a cell to see its events.")));
}

void CascadesView::choose(std::size_t source, std::size_t target)
{
    const QString from =
        m_matrix.sources[source].empty() ? QStringLiteral("-") : words::text(m_matrix.sources[source]);
    const QString term = QStringLiteral("cascade:%1>%2").arg(from, words::text(m_matrix.targets[target]));
    emit filterWanted(
        term.contains(QLatin1Char(' ')) ? QString(QLatin1Char('"') + term + QLatin1Char('"')) : term);
}

PlotPicture CascadesView::picture() const
{
    return {cascadeTitle(m_flips->isChecked()), {}, m_plot->canvas(), nullptr, {}};
}

void CascadesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFrame();
}

} // namespace inspector
