// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/OverviewTable.h"

#include "core/plot/RulerStep.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Words.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace inspector {

using Look = TextTableModel::Look;

std::vector<TextTableModel::Row> overviewRows(const SessionTracks &tracks)
{
    constexpr double mostRows = 60;
    struct Stretch
    {
        std::uint64_t all = 0, changing = 0, gaps = 0, markers = 0;
    };

    if (tracks.density.empty())
        return {};
    const double span = std::max(1.0, tracks.lastTime - tracks.firstTime);
    // Not below what the density itself tells apart.
    const double step = rulerStep(std::max(span / mostRows, tracks.density.width()), true);
    std::vector<Stretch> stretches(static_cast<std::size_t>(std::ceil(span / step)));
    const auto at = [&](TimeMs time) -> Stretch & {
        const double place = std::floor((time - tracks.firstTime) / step);
        return stretches[static_cast<std::size_t>(
            std::clamp(place, 0.0, static_cast<double>(stretches.size() - 1)))];
    };
    for (std::size_t i = 0; i < tracks.density.buckets().size(); ++i) {
        const EventDensity::Bucket &bucket = tracks.density.buckets()[i];
        Stretch &stretch =
            at(tracks.density.start() + (static_cast<double>(i) + 0.5) * tracks.density.width());
        stretch.all += bucket.all;
        stretch.changing += bucket.changing;
    }
    for (const SessionTracks::Landmark &gap : tracks.gaps)
        ++at(gap.at).gaps;
    for (const SessionTracks::Landmark &marker : tracks.markers)
        ++at(marker.at).markers;

    std::vector<TextTableModel::Row> rows;
    const auto orNothing = [](std::uint64_t count) { return count == 0 ? QString() : words::count(count); };
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const double from = static_cast<double>(i) * step;
        const Stretch &stretch = stretches[i];
        rows.push_back({{words::elapsed(from), words::elapsed(std::min(from + step, span)),
                            words::count(stretch.all), words::count(stretch.changing),
                            orNothing(stretch.gaps), orNothing(stretch.markers), QString()},
            static_cast<std::uint64_t>(from), {}});
    }
    return rows;
}

OverviewTable::OverviewTable(
    FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_cursor(cursor)
    , m_model(new TextTableModel(
          {{tr("from"), Look::Number}, {tr("to"), Look::Number}, {tr("events"), Look::Number},
              {tr("change state"), Look::Number}, {tr("gaps"), Look::Number}, {tr("markers"), Look::Number},
              {QString(), Look::Secondary}},
          this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedLayout(this))
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_stack->addWidget(new EmptyHint(EmptyHint::Place::List,
        tr("How many events there are in each stretch of a session is listed here."), this));
    m_stack->addWidget(m_table);
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Overview as a table"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const auto goThere = [this](const QModelIndex &index) {
        const double sinceStart = index.data(TextTableModel::NumberRole).value<quint64>();
        m_cursor.goToTime(m_source.frame().tracks->firstTime + sinceStart);
    };
    connect(m_table, &QTableView::clicked, this, goThere);
    connect(m_table, &QTableView::activated, this, goThere);
    connect(&source, &FrameSource::frameChanged, this, &OverviewTable::takeFrame);
    connect(&theme, &ThemeController::changed, this, [this, &theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(theme.theme());
}

void OverviewTable::takeFrame()
{
    constexpr qint64 pauseMs = 500; // while a session is read: every frame has other tracks
    const InspectorFrame &frame = m_source.frame();
    if (!isVisible() || m_shown == frame.tracks)
        return;
    if (frame.phase == InspectorFrame::Phase::Loading && m_sinceShown.isValid() &&
        m_sinceShown.elapsed() < pauseMs)
        return;
    m_sinceShown.start();
    m_shown = frame.tracks;
    m_model->setRows(overviewRows(*m_shown));
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
}

void OverviewTable::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFrame();
}

} // namespace inspector
