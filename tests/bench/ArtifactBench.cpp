// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/FileSystemTelemetryWriter.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

#include <QFile>
#include <QTemporaryDir>

namespace inspector {

namespace {

constexpr double nsPerMs = 1e6;
constexpr std::size_t artifactBytes = 64U << 10U; // a summary of a long session
constexpr std::size_t artifactsOfSet = 6;         // what `--formats all` writes

QString nameOf(std::size_t artifact)
{
    return QStringLiteral("artifact-%1.json").arg(artifact);
}

/// An artifact's share of a set, written as an export does it: each under another name, synced and renamed,
/// and at the end the folder synced.
Result<double> msOfArtifact(const Clock &clock, const QString &folder, const std::string &content)
{
    FileSystemTelemetryWriter writer(folder, FileSystemTelemetryWriter::Existing::Overwrite);
    Artifact artifact;
    artifact.content = content;
    Result<void> done;
    const double ns = nsOf(clock, [&] {
        for (std::size_t i = 0; done && i < artifactsOfSet; ++i) {
            artifact.filename = nameOf(i).toStdString();
            done = writer.write(artifact, {}).map([](const WrittenArtifact &) {});
        }
        done = done.and_then([&] { return writer.finish(); });
    });
    return done.map([&] { return ns / nsPerMs / artifactsOfSet; });
}

double msOfPlainFile(const Clock &clock, const QString &folder, const std::string &content)
{
    const double ns = nsOf(clock, [&] {
        for (std::size_t i = 0; i < artifactsOfSet; ++i) {
            QFile file(folder + QStringLiteral("/plain-") + nameOf(i));
            if (file.open(QIODevice::WriteOnly))
                file.write(content.data(), static_cast<qint64>(content.size()));
        }
    });
    return ns / nsPerMs / artifactsOfSet;
}

Result<Figure> measure(
    const BenchContext &context, const std::string &name, const QString &folder, double limit)
{
    Samples ours, plain;
    for (std::size_t i = 0; i < context.size(21, 2); ++i) {
        const std::string content(artifactBytes, static_cast<char>('a' + i % 26));
        const Result<double> ms = msOfArtifact(context.clock, folder, content);
        if (!ms)
            return tl::unexpected(ms.error());
        ours.add(*ms);
        plain.add(msOfPlainFile(context.clock, folder, content));
    }
    Figure figure = ours.figure(name, "ms");
    setBaseline(figure, ours, plain);
    figure.limit = limit;
    return figure;
}

} // namespace

Result<Figures> measureArtifact(const BenchContext &context)
{
    Result<Figure> disk = measure(context, "artifact, synced to disk", context.folder, 10);
    if (disk)
        disk->ratio.reset(); // how long a sync takes beside a write is the disk's business
    const QTemporaryDir memory(QStringLiteral("/dev/shm/inspector-bench-XXXXXX"));
    if (!memory.isValid())
        return failure("no_folder", memory.errorString().toStdString(), "Mount a tmpfs on /dev/shm.");
    const Result<Figure> inMemory = measure(context, "artifact, in memory", memory.path(), 1);
    if (!disk || !inMemory)
        return tl::unexpected((disk ? inMemory : disk).error());
    return Figures{*disk, *inMemory};
}

} // namespace inspector
