// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/ProblemsView.h"

#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/ThemeController.h"
#include "ui/common/ToolProblems.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/problems/ProblemModel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
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
    , m_chosen(new QLabel(this))
    , m_unmute(new QPushButton(this))
    , m_empty(new EmptyHint(EmptyHint::Place::List, QString(), this))
    , m_list(new QWidget(this))
    , m_stack(new QStackedLayout)
{
    makeTable();
    const int unit = typography::unit();
    m_chosen->setWordWrap(true);
    m_chosen->setTextFormat(Qt::PlainText);
    m_chosen->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_chosen->setAccessibleName(tr("The chosen problem"));
    m_chosen->setContentsMargins(3 * unit, unit, 3 * unit, 2 * unit);
    m_unmute->setProperty("role", QStringLiteral("link"));
    m_unmute->setToolTip(tr("Show the muted kinds again"));
    connect(m_unmute, &QPushButton::clicked, this, &ProblemsView::unmuteAll);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(m_table, 1);
    list->addWidget(m_chosen);
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
    takeFrame();
}

void ProblemsView::makeTable()
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->hide();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProblemModel::What, QHeaderView::Stretch);
    m_table->setIconSize({3 * typography::unit(), 3 * typography::unit()});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *mute = new QAction(tr("Mute this kind"), m_table);
    mute->setShortcut(QKeySequence::Delete);
    mute->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(mute);
    connect(mute, &QAction::triggered, this, &ProblemsView::muteChosen);
    connect(m_table, &QTableView::clicked, this, &ProblemsView::goTo);
    connect(m_table, &QTableView::activated, this, &ProblemsView::goTo);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProblemsView::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProblemsView::showChosen);
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
    m_chosen->setVisible(current.isValid());
    m_chosen->setText(current.isValid() ? m_model->rowAt(current.row()).what : QString());
}

void ProblemsView::goTo(const QModelIndex &index)
{
    const std::optional<Problem> &problem = m_model->rowAt(index.row()).problem;
    if (!problem || !m_source.frame().timeline)
        return;
    const Problem::Place &place = index.column() == ProblemModel::Last ? problem->last : problem->first;
    if (place.record > 0)
        m_cursor.goTo(place.record);
    else if (place.line > 0)
        m_cursor.goTo(recordOfLine(m_source.frame().timeline->index(), place.line));
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
