// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/BundleCommand.h"

#include "app/PreparedRequest.h"
#include "core/base/Plural.h"
#include "core/base/ZipReader.h"
#include "core/bundle/BugBundle.h"
#include "core/session/TimelineBuild.h"
#include "core/session/TimelineReader.h"
#include "core/telemetry/ExportInput.h"

#include <QFile>
#include <QFileInfo>

namespace inspector {

namespace {

/// The record that `until` names; nothing where none does.
Result<std::optional<std::uint64_t>> endOf(const SessionTimeline &timeline, const StopPoint &until)
{
    TimelineReader reader(timeline);
    for (std::uint64_t number = 1; number <= timeline.size(); ++number) {
        const Result<SessionRecord> record = reader.outlineAt(number);
        if (!record)
            return tl::unexpected(record.error());
        if (until.isReached(*record))
            return number;
    }
    return std::nullopt;
}

/// A slip of the hand must not cost a session: only another bundle is replaced.
Result<void> checkTarget(const std::string &path, bool isForced)
{
    QFile file(QString::fromStdString(path));
    if (isForced || !file.exists())
        return {};
    constexpr qint64 magicBytes = 4;
    if (file.open(QIODevice::ReadOnly) && ZipReader::looksLikeZip(file.read(magicBytes).toStdString()))
        return {};
    return failure("write_failed", path + " exists, and is no bundle",
        "Did you leave the bundle's name away? Choose another name, or give --force.");
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

Result<SessionCut> BundleCommand::cutOf(const SessionTimeline &timeline, const Options &options) const
{
    constexpr double msPerSecond = 1000;
    SessionCut cut{1, timeline.size()};
    if (const auto &until = options.request.until) {
        const auto end = endOf(timeline, *until);
        if (!end)
            return tl::unexpected(end.error());
        if (!*end)
            m_log.write({LogMessage::Level::Warning, "until",
                "--until " + until->text() + " was not reached; the bundle goes to the end", {}, {}, 0});
        cut.last = end->value_or(cut.last);
    }
    if (options.bundle->lastSeconds)
        cut.first = lastOf(timeline, *options.bundle->lastSeconds * msPerSecond, cut.last).first;
    return cut;
}

Result<void> BundleCommand::write(const Options &options, const StopFlag *stop) const
{
    Result<PreparedRequest> prepared = PreparedRequest::of(options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    ExportRequest &request = prepared->request;
    request.stop = stop;
    if (auto target = checkTarget(options.bundle->file, request.force); !target)
        return target;
    const Result<SessionInput> input = openExportInput(request, planExport(request).front());
    if (!input)
        return tl::unexpected(input.error());
    SessionTimeline::Options timelineOptions;
    timelineOptions.replay = request.limits;
    const Result<TimelineBuild> built = buildTimeline(*input, timelineOptions, {}, stop);
    if (!built)
        return tl::unexpected(built.error());
    const SessionTimeline &timeline = built->timeline;
    const Result<SessionCut> cut = cutOf(timeline, options);
    if (!cut)
        return tl::unexpected(cut.error());
    const std::string name = QFileInfo(QString::fromStdString(input->name())).fileName().toStdString();
    const BugBundle bundle{timeline, {}, *cut, name, options.bundle->notes, request.factions()};
    auto written = bundle.write(options.bundle->file, stop);
    if (written)
        m_log.write({LogMessage::Level::Info, "bundle",
            "wrote " + plural(cut->last - cut->first + 1, "record") + " of " + input->name() + " to " +
                options.bundle->file,
            {}, {}, 0});
    return written;
}

} // namespace inspector
