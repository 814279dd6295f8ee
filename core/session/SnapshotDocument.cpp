// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SnapshotDocument.h"

#include "core/base/JsonReader.h"
#include "core/saves/SaveFile.h"

#include <utility>

namespace inspector {

namespace {

bool isSnapshot(const JsonObject &object)
{
    return object.find("factions") != nullptr || object.find("tutorial") != nullptr;
}

ReadIssue warning(std::string reason, std::string field = {})
{
    return {ReadIssue::Kind::Warning, 0, std::move(reason), std::move(field)};
}

Result<void> takeSave(SnapshotDocument &document, const JsonObject &object)
{
    FieldReader reader;
    const Result<SaveFile> save = SaveFile::fromJson(object, reader);
    if (!save)
        return tl::unexpected(save.error());
    document.snapshot = save->gameData;
    document.timestamp = save->timestamp;
    for (const FieldIssue &issue : reader.issues())
        document.warnings.push_back(warning(issue.reason(), issue.field));
    if (object["timestamp"].isNull())
        document.warnings.push_back(warning("no \"timestamp\"; 0 is taken", "timestamp"));
    return {};
}

} // namespace

Result<SnapshotDocument> SnapshotDocument::read(std::string_view text, TimeMs modifiedAt)
{
    JsonReader reader(JsonReader::maxDocumentDepth);
    const auto view = reader.read(text);
    if (!view)
        return notUnderstood("no line of the first 64 is an object with a \"type\", and as a whole it is " +
                             view.error().message);
    const JsonValue value = view->toValue();
    const JsonObject *object = value.asObject();
    if (object == nullptr)
        return notUnderstood("it holds a " + std::string(value.typeName()));

    SnapshotDocument document;
    for (const std::string &repair : reader.repairs())
        document.warnings.push_back(warning(repair));
    if (SaveFile::isSave(*object))
        return takeSave(document, *object).map([&] { return std::move(document); });
    if (!isSnapshot(*object)) {
        return notUnderstood("it is an object without \"type\", \"factions\", \"tutorial\" or \"gameData\"");
    }
    document.snapshot = *object;
    document.timestamp = modifiedAt;
    return document;
}

tl::unexpected<Error> notUnderstood(const std::string &why)
{
    return failure("not_understood", "neither a session, a snapshot nor a save: " + why,
        "Give a session file (one JSON object per line, each with a \"type\"), a world-state snapshot or a "
        "save, as it is or packed by gzip.");
}

} // namespace inspector
