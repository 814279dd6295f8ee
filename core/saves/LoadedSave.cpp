// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/LoadedSave.h"

#include "core/saves/ObjectFile.h"

#include <utility>

namespace inspector {

Result<LoadedSave> LoadedSave::read(const QString &path)
{
    Result<ObjectFile> file = ObjectFile::read(path);
    if (!file)
        return tl::unexpected(file.error());
    if (!SaveFile::isSave(file->object)) {
        return failure("not_understood",
            path.toStdString() + " is no save: it is an object without \"gameData\"",
            "Give a save file that the game or this program wrote.");
    }
    FieldReader fields;
    Result<SaveFile> save = SaveFile::fromJson(file->object, fields);
    if (!save) {
        Error error = save.error();
        error.message = path.toStdString() + ": " + error.message;
        return tl::unexpected(std::move(error));
    }
    return LoadedSave{*std::move(save), fields.issues(), std::move(file->repairs)};
}

} // namespace inspector
