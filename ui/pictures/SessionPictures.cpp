// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/SessionPictures.h"

#include "core/artifacts/Artifact.h"
#include "core/base/FileName.h"
#include "ui/cascades/CascadeContent.h"
#include "ui/common/Typography.h"
#include "ui/factions/FactionLanes.h"
#include "ui/plane/AttitudePlane.h"
#include "ui/plot/BarPlot.h"
#include "ui/plot/LanePlot.h"
#include "ui/plot/MatrixPlot.h"
#include "ui/plot/PlanePlot.h"
#include "ui/plot/PlotPicture.h"
#include "ui/plot/TimeRuler.h"
#include "ui/tutorial/StepDurations.h"
#include "ui/tutorial/TutorialLanes.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

constexpr int lanesWidth = 320; // units of space
constexpr int laneHeight = 28;
constexpr QSize matrixSize(200, 140);
constexpr int planeSide = 160;
constexpr int durationsWidth = 200;
constexpr std::size_t mostDurations = 100; // what is readable on one page
constexpr std::size_t mostPathPoints = 20'000;

struct Format
{
    PlotPicture::Format format;
    std::string_view extension, mimeType;
};

constexpr std::array<Format, 3> formats{{
    {PlotPicture::Format::Png, "png", Artifact::pngMimeType},
    {PlotPicture::Format::Pdf, "pdf", Artifact::pdfMimeType},
    {PlotPicture::Format::Svg, "svg", Artifact::svgMimeType},
}};

/// Gives a plot a size, and has it laid out as if it were seen.
void showUnseen(QWidget &widget, const QSize &size)
{
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.setFixedSize(size);
    widget.show();
}

} // namespace

SessionPictures::SessionPictures(
    const InspectorFrame &frame, const FactionCatalogue &catalogue, QString sourceName, TimeMs createdAt)
    : m_frame(frame)
    , m_catalogue(catalogue)
    , m_sourceName(std::move(sourceName))
    , m_createdAt(createdAt)
    , m_theme(Theme::light())
    , m_end(frame.cursor == 0 ? frame.tracks->firstTime : frame.timeline->index().timeOf(frame.cursor))
{}

Result<std::vector<PlotDrawer::Plot>> SessionPictures::draw()
{
    m_plots.clear();
    return drawFactions()
        .and_then([&] { return drawTutorial(); })
        .and_then([&] { return drawDurations(); })
        .and_then([&] { return drawCascades(); })
        .and_then([&] { return drawPlanes(); })
        .map([&] { return std::move(m_plots); });
}

/// `fill(plot, axis)` gives it as many lanes.
template <class Fill>
Result<void> SessionPictures::drawLanes(
    const std::string &name, const QString &title, std::size_t lanes, Fill fill)
{
    const int unit = typography::unit();
    const TrackAxis axis(
        TrackAxis::Unit::Time, m_frame.timeline->index(), {m_frame.tracks->firstTime, m_end});
    QWidget holder;
    auto *plot = new LanePlot(m_theme, &holder);
    auto *ruler = new TimeRuler(m_theme, &holder);
    auto *layout = new QVBoxLayout(&holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(plot, 1);
    layout->addWidget(ruler);
    // Lanes are made for the room that they have.
    const int height = (static_cast<int>(lanes) * laneHeight + 2) * unit + ruler->sizeHint().height();
    showUnseen(holder, {lanesWidth * unit, height});
    plot->setRange(axis.begin(), axis.end());
    fill(*plot, axis);
    plot->setCursor(axis.position(m_frame.cursor, m_end));
    ruler->setTimes(axis.begin(), axis.end(), m_frame.tracks->firstTime);
    layout->activate(); // as many lanes have other limits of their height
    return add(name, {title, {}, plot->canvas(), ruler, {}});
}

Result<void> SessionPictures::drawFactions()
{
    const std::size_t factions = factionIds(m_frame.tracks->factions, m_catalogue).size();
    if (factions == 0)
        return {};
    return drawLanes("plot-factions", factionLanesTitle(TrackAxis::Unit::Time), factions,
        [&](LanePlot &plot, const TrackAxis &axis) {
            plot.setLanes(factionLanes(m_frame, {m_catalogue, m_theme.theme(), axis, plot.contentWidth()}));
            plot.setHeads(factionHeads(m_frame, m_catalogue, m_theme.theme(), {}));
        });
}

Result<void> SessionPictures::drawTutorial()
{
    if (m_frame.tracks->tutorial.steps.empty())
        return {};
    const std::vector<LaneHead> heads = tutorialHeads(m_frame);
    return drawLanes(
        "plot-tutorial", tutorialLanesTitle(), heads.size(), [&](LanePlot &plot, const TrackAxis &axis) {
            plot.setLanes(tutorialLanes(m_frame, m_theme.theme(), axis, plot.contentWidth()));
            plot.setHeads(heads);
        });
}

Result<void> SessionPictures::drawDurations()
{
    const BarContent content = stepDurations(m_frame, m_theme.theme(), m_frame.cursor, mostDurations);
    if (content.rows.empty())
        return {};
    BarPlot plot(m_theme);
    showUnseen(plot, {durationsWidth * typography::unit(), BarPlot::heightFor(content.rows.size())});
    plot.setContent(content);
    return add("plot-durations", {stepDurationsTitle(), {}, plot.canvas(), nullptr, {}});
}

Result<void> SessionPictures::drawCascades()
{
    const CascadeMatrix matrix = cascadeMatrix(m_frame.tracks->factions, m_catalogue, 1, m_frame.cursor);
    const MatrixContent content = cascadeContent(matrix, m_catalogue, false);
    if (std::all_of(content.values.begin(), content.values.end(), [](double value) { return value == 0; }))
        return {};
    MatrixPlot plot(m_theme);
    showUnseen(plot, matrixSize * typography::unit());
    plot.setContent(content);
    return add("plot-cascades", {cascadeTitle(false), {}, plot.canvas(), nullptr, {}});
}

Result<void> SessionPictures::drawPlanes()
{
    Result<void> drawn;
    for (std::size_t i = 0; drawn && i < m_catalogue.factions().size(); ++i) {
        const Faction &faction = m_catalogue.factions()[i];
        if (m_frame.tracks->factions.find(faction.id) == nullptr)
            continue;
        // An id of somebody's own catalogue may hold what no file name can.
        const std::string name = checkFileName(faction.id) ? faction.id : std::to_string(i + 1);
        drawn = drawPlane(faction, "plot-attitudes-" + name);
    }
    return drawn;
}

Result<void> SessionPictures::drawPlane(const Faction &faction, const std::string &name)
{
    const AttitudePath path =
        attitudePath(*m_frame.tracks->factions.find(faction.id), faction, m_frame.cursor, mostPathPoints);
    PlaneContent content = planeContent(faction, m_catalogue.cascade(), m_theme.theme());
    setPath(content, path);
    if (content.path.empty())
        return {};
    PlanePlot plot(m_theme);
    showUnseen(plot, QSize(planeSide, planeSide) * typography::unit());
    plot.setContent(content);
    return add(name, {planeTitle(faction), {}, plot.canvas(), nullptr, {}});
}

Result<void> SessionPictures::add(const std::string &name, PlotPicture picture)
{
    picture.from = PlotPicture::origin(m_sourceName, 0, m_end - m_frame.tracks->firstTime, m_frame.cursor);
    picture.createdAt = m_createdAt;
    for (const Format &format : formats) {
        const Result<QByteArray> drawn = picture.draw(format.format, m_theme.theme());
        if (!drawn)
            return tl::unexpected(drawn.error());
        m_plots.push_back(
            {name, std::string(format.extension), std::string(format.mimeType), drawn->toStdString()});
    }
    return {};
}

} // namespace inspector
