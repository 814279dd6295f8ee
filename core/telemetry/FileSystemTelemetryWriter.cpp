// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/FileSystemTelemetryWriter.h"

#include "core/base/FileName.h"
#include "core/telemetry/AtomicFile.h"

#include <QDir>
#include <QFile>

namespace inspector {

namespace {

/// Whether the file at `path` holds exactly `content`.
bool holds(const QString &path, std::string_view content)
{
    constexpr qint64 pieceBytes = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() != static_cast<qint64>(content.size()))
        return false;
    while (!content.empty()) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty() ||
            !content.starts_with({piece.constData(), static_cast<std::size_t>(piece.size())}))
            return false;
        content.remove_prefix(static_cast<std::size_t>(piece.size()));
    }
    return true;
}

} // namespace

FileSystemTelemetryWriter::FileSystemTelemetryWriter(const QString &folder, Existing existing)
    : m_folder(QDir::cleanPath(QDir::current().absoluteFilePath(folder)))
    , m_existing(existing)
{}

Result<WrittenArtifact> FileSystemTelemetryWriter::write(
    const Artifact &artifact, const JsonObject & /*context*/)
{
    if (const auto name = checkFileName(artifact.filename); !name)
        return tl::unexpected(name.error());
    if (const auto folder = makeFolder(); !folder)
        return tl::unexpected(folder.error());

    const QString path = QDir(m_folder).filePath(QString::fromStdString(artifact.filename));
    const bool endsLine = !artifact.isText() || artifact.content.ends_with('\n');
    const std::string completed = endsLine ? std::string() : artifact.content + '\n';
    const std::string_view content = endsLine ? artifact.content : completed;
    const WrittenArtifact written{path.toStdString(), content.size()};

    if (const auto plain = checkPlainFile(path); !plain)
        return tl::unexpected(plain.error());
    if (m_existing == Existing::Refuse && QFile::exists(path)) {
        if (holds(path, content))
            return written;
        return failure("exists", path.toStdString() + " exists with other content",
            "Use --force to overwrite it, or choose another --artifact-dir or --prefix.");
    }
    if (const auto done = writeFileAtomically(path, content); !done)
        return tl::unexpected(done.error());
    m_wrote = true;
    return written;
}

Result<void> FileSystemTelemetryWriter::makeFolder()
{
    if (QDir().mkpath(m_folder))
        return {};
    return failure("folder_failed", "the folder " + m_folder.toStdString() + " cannot be made",
        "Choose another folder with --artifact-dir; a part of its path may be a file, or may not be "
        "writable.");
}

Result<void> FileSystemTelemetryWriter::finish()
{
    if (!m_wrote)
        return {};
    m_wrote = false;
    return syncFolder(m_folder);
}

} // namespace inspector
