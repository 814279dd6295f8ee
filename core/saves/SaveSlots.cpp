// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveSlots.h"

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "core/saves/ObjectFile.h"
#include "core/saves/SlotLock.h"
#include "core/saves/SlotName.h"
#include "core/telemetry/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace inspector {

namespace {

Result<void> checkSlot(const std::string &slot)
{
    if (isSlotName(slot))
        return {};
    return failure("bad_slot", "'" + slot + "' is no name of a slot",
        "Use 1 to 32 small letters, digits, '-' and '_', but not 'metadata'.");
}

/// Makes the folder and those above it, each so that it outlasts a crash.
Result<void> makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    const QString parent = info.absolutePath();
    if (!info.exists() && parent != info.absoluteFilePath()) {
        if (auto made = makeFolder(parent); !made)
            return made;
    }
    if (!QDir().mkdir(folder) && !QFileInfo(folder).isDir()) {
        return failure("folder_failed", "the folder " + folder.toStdString() + " cannot be made",
            "Choose another folder; a part of its path may be a file, or may not be writable.");
    }
    return syncFolder(parent);
}

/// The text of the file. What could not be read again must not be reported as saved.
Result<std::string> textOf(const SaveFile &save)
{
    std::string text = toJsonText(save.toJson(), JsonLayout::Indented) + '\n';
    if (text.size() > ObjectFile::maxBytes) {
        return failure("too_large",
            "the save of slot '" + save.slot + "' is larger than the 64 MiB of a save",
            "Save an earlier moment of the session.");
    }
    JsonReader reader(JsonReader::maxDocumentDepth);
    if (const auto read = reader.read(text); !read)
        return tl::unexpected(read.error());
    return text;
}

SlotList with(SlotList list, SlotInfo info, const std::optional<std::string> &removed)
{
    std::erase_if(
        list.entries, [&](const SlotInfo &each) { return each.slot == info.slot || each.slot == removed; });
    list.entries.insert(list.entries.begin(), std::move(info));
    return list;
}

} // namespace

SaveSlots::SaveSlots(const QString &folder, Access access, Wait wait)
    : m_folder(QDir::cleanPath(QDir::current().absoluteFilePath(folder)))
    , m_access(access)
    , m_wait(std::move(wait))
{}

Result<SlotList> SaveSlots::list() const
{
    return SlotList::read(m_folder);
}

Result<LoadedSave> SaveSlots::load(const std::string &slot) const
{
    if (const auto checked = checkSlot(slot); !checked)
        return tl::unexpected(checked.error());
    Result<LoadedSave> loaded = LoadedSave::read(pathOf(slot));
    if (loaded)
        loaded->save.slot = slot;
    return loaded;
}

Result<SavedSlot> SaveSlots::save(const SaveFile &save) const
{
    if (m_access == Access::Browse) {
        return failure("read_only_folder", m_folder.toStdString() + " is only browsed, not written to",
            "Save into a slot of your own.");
    }
    if (const auto checked = checkSlot(save.slot); !checked)
        return tl::unexpected(checked.error());
    const Result<std::string> text = textOf(save);
    if (!text)
        return tl::unexpected(text.error());
    if (const auto made = makeFolder(m_folder); !made)
        return tl::unexpected(made.error());
    const Result<SlotLock> lock = SlotLock::acquire(m_folder, m_wait);
    if (!lock)
        return tl::unexpected(lock.error());
    return write(save, *text);
}

// In this order, because the process may die between any two steps: the new save is safe before the metadata
// tells of it, and both are before the oldest one goes.
Result<SavedSlot> SaveSlots::write(const SaveFile &save, const std::string &text) const
{
    const QString path = pathOf(save.slot);
    const Result<SlotList> before = SlotList::read(m_folder);
    if (!before)
        return tl::unexpected(before.error());
    SavedSlot saved{save.slot, path.toStdString(), std::nullopt, {}};
    const SlotInfo info{save.slot, SlotMetadata::of(save.slot, save)};
    const SlotInfo *oldest = nullptr;
    if (m_access == Access::Own && info.isManual() && !QFileInfo::exists(path))
        oldest = before->oldestManual(maxManualSlots);
    if (oldest != nullptr)
        saved.removedSlot = oldest->slot;

    if (const auto written = writeFileAtomically(path, text); !written)
        return tl::unexpected(written.error());
    const std::string metadata = with(*before, info, saved.removedSlot).metadataText();
    if (const auto written = writeFileAtomically(slotMetadataPath(m_folder), metadata); !written)
        saved.problems.push_back(written.error());
    if (const auto synced = syncFolder(m_folder); !synced)
        return tl::unexpected(synced.error());
    if (oldest != nullptr)
        remove(oldest->slot, saved);
    return saved;
}

void SaveSlots::remove(const std::string &slot, SavedSlot &saved) const
{
    QFile file(pathOf(slot));
    if (!file.remove()) {
        saved.removedSlot.reset();
        saved.problems.push_back({"remove_failed",
            file.fileName().toStdString() + " was not removed: " + file.errorString().toStdString(),
            "Remove it by hand."});
    } else if (const auto synced = syncFolder(m_folder); !synced) {
        saved.problems.push_back(synced.error());
    }
}

QString SaveSlots::pathOf(const std::string &slot) const
{
    return QDir(m_folder).filePath(QString::fromStdString(slotFileName(slot)));
}

} // namespace inspector
