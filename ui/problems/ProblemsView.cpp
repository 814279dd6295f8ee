// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/ProblemsView.h"

#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/ThemeController.h"
#include "ui/common/ToolProblems.h"
#include "ui/common/Typography.h"
#include "ui/problems/ProblemModel.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

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
    , m_empty(new EmptyHint(EmptyHint::Place::List, QString(), this))
    , m_stack(new QStackedLayout(this))
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Problems"));
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(ProblemModel::What, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ProblemModel::Times, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ProblemModel::Line, QHeaderView::ResizeToContents);
    m_table->setIconSize({3 * typography::unit(), 3 * typography::unit()});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    connect(m_table, &QTableView::clicked, this, &ProblemsView::goTo);
    connect(m_table, &QTableView::activated, this, &ProblemsView::goTo);
    connect(&m_source, &FrameSource::frameChanged, this, &ProblemsView::takeFrame);
    connect(&m_toolProblems, &ToolProblems::changed, this, &ProblemsView::showToolProblems);
    connect(&parts.theme, &ThemeController::changed, this,
        [this, &theme = parts.theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(parts.theme.theme());
    takeFrame();
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

void ProblemsView::showRows()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    if (std::exchange(m_count, m_model->rowCount()) != m_model->rowCount())
        emit countChanged(m_count);
}

void ProblemsView::goTo(const QModelIndex &index)
{
    const auto line = index.data(ProblemModel::LineRole).value<quint64>();
    if (line > 0 && m_source.frame().timeline)
        m_cursor.goTo(recordOfLine(m_source.frame().timeline->index(), line));
}

} // namespace inspector
