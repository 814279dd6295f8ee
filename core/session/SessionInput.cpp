// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionInput.h"

#include "core/base/Gzip.h"
#include "core/base/ZipReader.h"

#include <sys/stat.h>

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <cmath>
#include <cstdio>
#include <utility>

namespace inspector {

namespace {

/// The bytes that tell what is packed.
std::string startOf(QFile &file)
{
    constexpr qint64 magicBytes = 4;
    const QByteArray start = file.read(magicBytes);
    file.seek(0);
    return start.toStdString();
}

/// Asked of the system, because Qt would go by way of local time: the time zone's files, and a lock.
TimeMs modificationTime(const QFile &file)
{
    constexpr TimeMs msPerSecond = 1000;
    constexpr TimeMs nsPerMs = 1e6;
    struct stat status
    {};
    if (::fstat(file.handle(), &status) != 0)
        return 0;
    return static_cast<TimeMs>(status.st_mtim.tv_sec) * msPerSecond +
           std::floor(static_cast<TimeMs>(status.st_mtim.tv_nsec) / nsPerMs);
}

/// The session of a zip file that was unpacked, or copied, into a spool.
Result<InputSpool> unzippedOf(InputSpool packed, const std::string &name, const InputSpool::Options &options)
{
    return InputSpool::unzip(*packed.file, name, options).map([&](InputSpool spool) {
        if (spool.problem.empty())
            spool.problem = std::move(packed.problem);
        return spool;
    });
}

} // namespace

SessionInput::SessionInput(std::string name, std::unique_ptr<QIODevice> device, TimeMs modifiedAt)
    : m_name(std::move(name))
    , m_device(std::move(device))
    , m_modifiedAt(modifiedAt)
    , m_sizeWhenOpened(m_device->size())
{}

SessionInput::~SessionInput() = default;
SessionInput::SessionInput(SessionInput &&other) noexcept = default;
SessionInput &SessionInput::operator=(SessionInput &&other) noexcept = default;

Result<SessionInput> SessionInput::openFile(const std::string &path, const InputSpool::Options &options)
{
    // Blocks of 1 MiB are read; a buffer of Qt's in between would only copy them once more.
    constexpr auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    if (path == "-") {
        QFile input;
        if (!input.open(stdin, mode))
            return inputUnreadable("standard input", input.errorString().toStdString());
        return spooled(input, path, 0, options);
    }
    const QFileInfo info(QString::fromStdString(path));
    if (!info.exists())
        return failure("input_missing", path + " does not exist", "Check the path.");
    if (info.isDir())
        return inputUnreadable(path, "it is a folder");
    auto file = std::make_unique<QFile>(info.filePath());
    if (!file->open(mode))
        return inputUnreadable(path, file->errorString().toStdString());
    const TimeMs modifiedAt = modificationTime(*file);
    const std::string start = info.isFile() ? startOf(*file) : std::string();
    if (!info.isFile() || looksLikeGzip(start) || ZipReader::looksLikeZip(start))
        return spooled(*file, path, modifiedAt, options);
    return SessionInput(path, std::move(file), modifiedAt);
}

Result<SessionInput> SessionInput::spooled(
    QFile &file, const std::string &name, TimeMs modifiedAt, const InputSpool::Options &options)
{
    const std::string shownName = name == "-" ? "standard input" : name;
    const bool isFile = QFileInfo(file.fileName()).isFile();
    Result<InputSpool> spool = isFile && ZipReader::looksLikeZip(startOf(file))
                                   ? InputSpool::unzip(file, shownName, options)
                                   : InputSpool::read(file.handle(), shownName, options);
    if (spool && ZipReader::looksLikeZip(startOf(*spool->file)))
        spool = unzippedOf(std::move(*spool), shownName, options); // it came through a pipe
    if (!spool)
        return tl::unexpected(spool.error());
    SessionInput input(name, std::move(spool->file), modifiedAt);
    input.m_gzipProblem = std::move(spool->problem);
    return input;
}

SessionInput SessionInput::fromText(std::string name, const std::string &text)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text.data(), static_cast<int>(text.size()));
    buffer->open(QIODevice::ReadOnly);
    return {std::move(name), std::move(buffer), 0};
}

std::string SessionInput::problem() const
{
    if (!m_gzipProblem.empty())
        return m_gzipProblem + "; what came before is read";
    if (m_device->size() < m_sizeWhenOpened) {
        return "the file shrank from " + std::to_string(m_sizeWhenOpened) + " to " +
               std::to_string(m_device->size()) + " bytes while it was read";
    }
    return {};
}

} // namespace inspector
