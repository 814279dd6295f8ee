// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/ObjectFile.h"

#include "core/base/JsonReader.h"
#include "core/telemetry/AtomicFile.h"

#include <QFile>
#include <QFileInfo>

namespace inspector {

namespace {

Result<QByteArray> bytesOf(const QString &path)
{
    constexpr auto most = static_cast<qint64>(ObjectFile::maxBytes);
    if (const auto plain = checkPlainFile(path); !plain)
        return tl::unexpected(plain.error());
    if (!QFileInfo::exists(path))
        return failure("file_missing", path.toStdString() + " does not exist", "Check the name.");
    QFile file(path);
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly))
        bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError) {
        return failure("file_unreadable",
            path.toStdString() + " cannot be read: " + file.errorString().toStdString(),
            "Check its permissions and the disk that it is on.");
    }
    if (bytes.size() > most) {
        return failure("too_large", path.toStdString() + " is larger than 64 MiB",
            "Check that it is what it should be.");
    }
    return bytes;
}

tl::unexpected<Error> notUnderstood(const QString &path, const std::string &why)
{
    return failure("not_understood", path.toStdString() + " is no JSON object: " + why,
        "Restore it from a copy, or remove it.");
}

} // namespace

Result<ObjectFile> ObjectFile::read(const QString &path)
{
    const Result<QByteArray> bytes = bytesOf(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    JsonReader reader(JsonReader::maxDocumentDepth);
    const auto view = reader.read({bytes->constData(), static_cast<std::size_t>(bytes->size())});
    if (!view)
        return notUnderstood(path, view.error().message);
    const JsonValue value = view->toValue();
    const JsonObject *object = value.asObject();
    if (object == nullptr)
        return notUnderstood(path, "it holds a " + std::string(value.typeName()));
    return ObjectFile{*object, reader.repairs()};
}

} // namespace inspector
