// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/ProblemsView.h"

#include "ui/common/ChosenPanel.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/ListActions.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/ThemeController.h"
#include "ui/common/ToolProblems.h"
#include "ui/common/TwoLineDelegate.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/problems/ProblemModel.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace inspector {

namespace {

/// The record that stands in a line or, where none does, the one before it: lines rise with the records.
std::uint64_t recordOfLine(const SessionIndex &index, std::uint64_t line)
{
    std::uint64_t low = 0;
    std::uint64_t high = index.size();
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (index.entry(middle + 1).line <= line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

ProblemsView::ProblemsView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_toolProblems(parts.toolProblems)
    , m_model(new ProblemModel(this))
    , m_table(new QTableView(this))
    , m_panel(new ChosenPanel(tr("The chosen problem"), this))
    , m_first(m_panel->addWay())
    , m_last(m_panel->addWay())
    , m_mute(m_panel->addWay(tr("Mute this kind")))
    , m_unmute(new QPushButton(this))
    , m_empty(new EmptyHint(EmptyHint::Place::List, QString(), this))
    , m_list(new QWidget(this))
    , m_stack(new QStackedLayout)
{
    makeTable();
    m_table->setItemDelegate(new TwoLineDelegate(parts.theme, this));
    const int unit = typography::unit();
    m_unmute->setProperty("role", QStringLiteral("link"));
    m_unmute->setToolTip(tr("Show the muted kinds again"));
    connect(m_unmute, &QPushButton::clicked, this, &ProblemsView::unmuteAll);
    makePanel();
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(m_table, 1);
    list->addWidget(m_panel);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(3 * unit, 0, 3 * unit, 0);
    foot->addWidget(m_unmute);
    foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_stack, 1);
    layout->addLayout(foot);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    connect(&m_source, &FrameSource::frameChanged, this, &ProblemsView::takeFrame);
    connect(&m_toolProblems, &ToolProblems::changed, this, &ProblemsView::showToolProblems);
    connect(&parts.theme, &ThemeController::changed, this,
        [this, &theme = parts.theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(parts.theme.theme());
    showChosen();
    takeFrame();
}

void ProblemsView::makePanel()
{
    connect(m_first, &QPushButton::clicked, this, [this] { goTo(Place::First); });
    connect(m_last, &QPushButton::clicked, this, [this] { goTo(Place::Last); });
    connect(m_mute, &QPushButton::clicked, this, &ProblemsView::muteChosen);
}

void ProblemsView::makeTable()
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    // The other columns stand in the second line of the row.
    for (int column = ProblemModel::Times; column < ProblemModel::ColumnCount; ++column)
        m_table->hideColumn(column);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &name, const QKeySequence &key, auto work) {
        addListAction(*m_table, name, key, this, work);
    };
    add(tr("Go to the first"), QKeySequence(Qt::Key_Return), [this] { goTo(Place::First); });
    add(tr("Go to the last"), QKeySequence(Qt::SHIFT | Qt::Key_Return), [this] { goTo(Place::Last); });
    add(tr("Mute this kind"), QKeySequence::Delete, &ProblemsView::muteChosen);
    connect(m_table, &QTableView::clicked, this, [this] { goTo(Place::First); });
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProblemsView::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProblemsView::showChosen);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ProblemsView::showChosen);
}

void ProblemsView::takeFrame()
{
    m_model->setFrame(m_source.frame());
    const InspectorFrame::Phase phase = m_source.frame().phase;
    const bool isOpen = phase != InspectorFrame::Phase::Empty && phase != InspectorFrame::Phase::Loading;
    m_empty->setText(
        isOpen ? tr("Nothing odd was found.") : tr("What is odd about a session is listed here."));
    showRows();
}

void ProblemsView::showToolProblems()
{
    m_model->setToolProblems(m_toolProblems.texts());
    showRows();
}

void ProblemsView::setMuted(const QStringList &kinds)
{
    m_muted = kinds;
    m_model->setMuted(kinds);
    showRows();
}

void ProblemsView::showRows()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    const int muted = m_model->mutedCount();
    m_unmute->setVisible(muted > 0);
    m_unmute->setText(
        words::counted(static_cast<std::uint64_t>(muted), tr("muted problem"), tr("muted problems")));
    if (std::exchange(m_count, m_model->rowCount()) != m_model->rowCount())
        emit countChanged(m_count);
}

void ProblemsView::showChosen()
{
    const QModelIndex current = m_table->currentIndex();
    m_panel->setVisible(current.isValid());
    if (!current.isValid())
        return;
    const ProblemModel::Row &row = m_model->rowAt(current.row());
    m_panel->setText(row.what);
    const auto showWay = [&](QPushButton *button, const QString &name, ProblemModel::Column column) {
        const QString place = current.siblingAtColumn(column).data().toString();
        button->setVisible(!place.isEmpty());
        button->setText(name.arg(place));
    };
    showWay(m_first, tr("First: %1"), ProblemModel::First);
    showWay(m_last, tr("Last: %1"), ProblemModel::Last);
    m_mute->setVisible(row.problem.has_value());
}

void ProblemsView::goTo(Place place)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_source.frame().timeline)
        return;
    const std::optional<Problem> &problem = m_model->rowAt(current.row()).problem;
    if (!problem)
        return;
    const Problem::Place &at = place == Place::First ? problem->first : problem->last;
    if (at.record > 0)
        m_cursor.goTo(at.record);
    else if (at.line > 0)
        m_cursor.goTo(recordOfLine(m_source.frame().timeline->index(), at.line));
}

void ProblemsView::muteChosen()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_model->rowAt(current.row()).problem)
        return; // what the tool could not do is not muted
    setMuted(m_muted + QStringList{words::text(nameOf(m_model->rowAt(current.row()).problem->kind))});
    emit mutedChanged();
}

void ProblemsView::unmuteAll()
{
    setMuted({});
    emit mutedChanged();
}

} // namespace inspector
