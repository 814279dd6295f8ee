// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/ExportChoice.h"

#include "ui/common/Words.h"

namespace inspector {

namespace {

QString formatList(const std::vector<ArtifactFormat> &formats)
{
    QStringList names;
    for (const ArtifactFormat format : formats)
        names << words::text(formatName(format));
    return names.join(QLatin1Char(','));
}

} // namespace

std::uint64_t ExportChoice::lastRecord(const Session &session) const
{
    return scope == Scope::Cursor ? session.cursor : session.end;
}

ExportRequest ExportChoice::request(const Session &session) const
{
    const SessionSource &source = session.source;
    ExportRequest request;
    request.catalogue = &session.catalogue.factions;
    if (source.kind == SessionSource::Kind::File) {
        request.files = {source.path};
    } else {
        request.mission = source.mission;
        request.seeds = {source.seed};
    }
    request.formats = formats;
    request.prefix = prefix.toStdString();
    request.artifactDir = folder.toStdString();
    request.gzipArtifacts = gzip;
    request.guardCsvFormulas = guardCsvFormulas;
    request.force = overwrite;
    if (const std::uint64_t last = lastRecord(session); last > 0)
        request.until = *StopPoint::parse(std::to_string(last));
    if (scope == Scope::Snapshot)
        request.snapshots = SnapshotChoice{session.snapshot};
    if (scope == Scope::AllSnapshots)
        request.snapshots = SnapshotChoice{};
    return request;
}

PublishRequest ExportChoice::publishing(const Session &session) const
{
    PublishRequest request;
    request.dryRun = true;
    request.provider = handOver;
    request.options = JsonObject{
        {"factions", session.catalogue.file.isEmpty() ? JsonValue("built in")
                                                      : JsonValue(session.catalogue.file.toStdString())}};
    return request;
}

QStringList ExportChoice::arguments(const Session &session, TimeMs nowMs) const
{
    const SessionSource &source = session.source;
    QStringList words{QStringLiteral("--export")};
    if (source.kind == SessionSource::Kind::Demo)
        words << QStringLiteral("--mission") << words::text(source.mission) << QStringLiteral("--seed")
              << QString::number(source.seed);
    words << QStringLiteral("--formats") << formatList(formats) << QStringLiteral("--prefix") << prefix
          << QStringLiteral("--artifact-dir") << folder << QStringLiteral("--clock")
          << QString::number(static_cast<qint64>(nowMs));
    if (const std::uint64_t last = lastRecord(session); last > 0)
        words << QStringLiteral("--until") << QString::number(last);
    if (scope == Scope::Snapshot)
        words << QStringLiteral("--snapshots") << QString::number(session.snapshot);
    if (scope == Scope::AllSnapshots)
        words << QStringLiteral("--snapshots") << QStringLiteral("all");
    if (gzip)
        words << QStringLiteral("--compress") << QStringLiteral("gzip");
    if (guardCsvFormulas)
        words << QStringLiteral("--csv-formula-guard");
    if (overwrite)
        words << QStringLiteral("--force");
    if (handOver)
        words << QStringLiteral("--publish") << words::text(providerName(*handOver));
    if (!session.catalogue.file.isEmpty())
        words << QStringLiteral("--factions") << session.catalogue.file;
    if (source.kind == SessionSource::Kind::File)
        words << words::text(source.path);
    return words;
}

QVariantMap ExportChoice::toMap() const
{
    return {{QStringLiteral("scope"), static_cast<int>(scope)},
        {QStringLiteral("formats"), formatList(formats)}, {QStringLiteral("prefix"), prefix},
        {QStringLiteral("folder"), folder}, {QStringLiteral("gzip"), gzip},
        {QStringLiteral("guard"), guardCsvFormulas}, {QStringLiteral("overwrite"), overwrite},
        {QStringLiteral("handOver"), handOver ? words::text(providerName(*handOver)) : QString()}};
}

ExportChoice ExportChoice::fromMap(const QVariantMap &map)
{
    ExportChoice choice;
    const int scope = map.value(QStringLiteral("scope")).toInt();
    if (scope >= 0 && scope <= static_cast<int>(Scope::AllSnapshots))
        choice.scope = static_cast<Scope>(scope);
    if (const auto formats = parseFormats(map.value(QStringLiteral("formats")).toString().toStdString()))
        choice.formats = *formats;
    choice.prefix = map.value(QStringLiteral("prefix"), choice.prefix).toString();
    choice.folder = map.value(QStringLiteral("folder")).toString();
    choice.gzip = map.value(QStringLiteral("gzip")).toBool();
    choice.guardCsvFormulas = map.value(QStringLiteral("guard")).toBool();
    choice.overwrite = map.value(QStringLiteral("overwrite")).toBool();
    if (const auto provider = parseProvider(map.value(QStringLiteral("handOver")).toString().toStdString()))
        choice.handOver = *provider;
    return choice;
}

} // namespace inspector
