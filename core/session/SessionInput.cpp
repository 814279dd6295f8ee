// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionInput.h"

#include <QBuffer>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cstdio>
#include <utility>
#include <vector>

namespace inspector {

namespace {

tl::unexpected<Error> unreadable(const std::string &path, const std::string &reason)
{
    return failure(
        "input_unreadable", path + " cannot be read: " + reason, "Check the path and its permissions.");
}

Result<std::unique_ptr<QIODevice>> spooledStandardInput()
{
    constexpr std::size_t pieceBytes = 1U << 20U;
    QFile input;
    auto spool = std::make_unique<QTemporaryFile>();
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable("standard input", input.errorString().toStdString());
    if (!spool->open())
        return unreadable("standard input", "no temporary file: " + spool->errorString().toStdString());
    std::vector<char> piece(pieceBytes);
    qint64 read = 0;
    while ((read = input.read(piece.data(), static_cast<qint64>(piece.size()))) > 0) {
        if (spool->write(piece.data(), read) != read || !spool->flush())
            return unreadable("standard input", "it was not copied: " + spool->errorString().toStdString());
    }
    if (read < 0)
        return unreadable("standard input", input.errorString().toStdString());
    spool->seek(0);
    return spool;
}

} // namespace

SessionInput::SessionInput(std::string name, std::unique_ptr<QIODevice> device, TimeMs modifiedAt)
    : m_name(std::move(name))
    , m_device(std::move(device))
    , m_modifiedAt(modifiedAt)
{}

SessionInput::~SessionInput() = default;
SessionInput::SessionInput(SessionInput &&other) noexcept = default;
SessionInput &SessionInput::operator=(SessionInput &&other) noexcept = default;

Result<SessionInput> SessionInput::openFile(const std::string &path)
{
    if (path == "-") {
        return spooledStandardInput().map(
            [](std::unique_ptr<QIODevice> &&device) { return SessionInput("-", std::move(device), 0); });
    }
    const QFileInfo info(QString::fromStdString(path));
    if (!info.exists())
        return failure("input_missing", path + " does not exist", "Check the path.");
    if (info.isDir())
        return unreadable(path, "it is a folder");
    auto file = std::make_unique<QFile>(info.filePath());
    // Blocks of 1 MiB are read; a buffer of Qt's in between would only copy them once more.
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(path, file->errorString().toStdString());
    return SessionInput(path, std::move(file), static_cast<TimeMs>(info.lastModified().toMSecsSinceEpoch()));
}

SessionInput SessionInput::fromText(std::string name, const std::string &text)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text.data(), static_cast<int>(text.size()));
    buffer->open(QIODevice::ReadOnly);
    return {std::move(name), std::move(buffer), 0};
}

} // namespace inspector
