// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/BundleCommand.h"

#include "app/PreparedRequest.h"
#include "core/base/Plural.h"
#include "core/bundle/BugBundle.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/DemoMission.h"
#include "core/session/TimelineBuild.h"

#include <QFileInfo>

#include <algorithm>

namespace inspector {

namespace {

Result<SessionInput> open(
    const ExportRequest &request, const FactionCatalogue &catalogue, const StopFlag *stop)
{
    if (!request.files.empty()) {
        InputSpool::Options options;
        options.stop = stop;
        return SessionInput::openFile(request.files.front(), options);
    }
    return DemoMission::load(request.mission, catalogue).map([&](const DemoMission &mission) {
        const std::uint64_t seed = request.seeds.front();
        const std::string name = "mission:" + request.mission + ":" + std::to_string(seed);
        return SessionInput::fromText(name, mission.session(seed));
    });
}

/// The records up to where --until is reached; all of them where it is not.
std::uint64_t endOf(const SessionTimeline &timeline, const std::optional<StopPoint> &until)
{
    const SessionIndex &index = timeline.index();
    for (std::uint64_t number = 1; until && number <= timeline.size(); ++number) {
        const NameTable::Name &name = index.names().name(index.entry(number).name);
        SessionRecord record;
        record.number = number;
        if (name.type == SessionRecord::Type::Event)
            record.event = name.text;
        if (until->isReached(record))
            return number;
    }
    return timeline.size();
}

} // namespace

ExitCode BundleCommand::run(const Options &options, const StopFlag *stop) const
{
    const Result<void> written = write(options, stop);
    if (written)
        return ExitCode::Done;
    m_log.error(written.error());
    return exitCodeOf(written.error());
}

Result<void> BundleCommand::write(const Options &options, const StopFlag *stop) const
{
    const Result<PreparedRequest> prepared = PreparedRequest::of(options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    const FactionCatalogue &catalogue =
        prepared->catalogue != nullptr ? *prepared->catalogue : FactionCatalogue::builtIn();
    Result<SessionInput> input = open(prepared->request, catalogue, stop);
    if (!input)
        return tl::unexpected(input.error());
    SessionTimeline::Options timelineOptions;
    timelineOptions.replay = prepared->request.limits;
    const Result<TimelineBuild> built = buildTimeline(*input, timelineOptions, {}, stop);
    if (!built)
        return tl::unexpected(built.error());
    const SessionTimeline &timeline = built->timeline;
    SessionCut cut;
    cut.last = endOf(timeline, prepared->request.until);
    if (options.bundle->lastSeconds) {
        constexpr double msPerSecond = 1000;
        cut.first = lastOf(timeline, *options.bundle->lastSeconds * msPerSecond).first;
    }
    const std::string name = QFileInfo(QString::fromStdString(input->name())).fileName().toStdString();
    const BugBundle bundle{timeline, {}, cut, name, options.bundle->notes, catalogue};
    const auto written = bundle.write(options.bundle->file, stop);
    if (written)
        m_log.write({LogMessage::Level::Info, "bundle",
            "wrote " + plural(cut.last - cut.first + 1, "record") + " of " + input->name() + " to " +
                options.bundle->file,
            {}, {}, 0});
    return written;
}

} // namespace inspector
