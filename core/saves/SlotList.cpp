// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotList.h"

#include "core/base/EcmaJson.h"
#include "core/saves/LoadedSave.h"
#include "core/saves/ObjectFile.h"
#include "core/saves/SlotName.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <tuple>
#include <utility>

namespace inspector {

namespace {

bool isOlder(const SlotInfo &a, const SlotInfo &b)
{
    return std::tie(a.metadata.timestamp, a.slot) < std::tie(b.metadata.timestamp, b.slot);
}

bool isListedBefore(const SlotInfo &a, const SlotInfo &b)
{
    return std::tie(b.metadata.timestamp, a.slot) < std::tie(a.metadata.timestamp, b.slot);
}

/// Lists one folder: its metadata first, then file by file.
class FolderReader
{
public:
    explicit FolderReader(const QString &folder)
        : m_folder(folder)
    {}

    SlotList read()
    {
        readMetadata();
        const auto filter = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        for (const QFileInfo &file : m_folder.entryInfoList(filter, QDir::Name)) {
            const std::string name = file.fileName().toStdString();
            if (const std::string_view slot = slotOfFileName(name); !slot.empty())
                add(std::string(slot), file);
        }
        std::sort(m_list.entries.begin(), m_list.entries.end(), isListedBefore);
        return std::move(m_list);
    }

private:
    // Its time is taken before it is read: replaced in between, it counts as older, and the files decide.
    void readMetadata()
    {
        const QString path = slotMetadataPath(m_folder.path());
        m_metadataTime = QFileInfo(path).lastModified();
        Result<ObjectFile> file = ObjectFile::read(path);
        if (file)
            m_metadata = std::move(file->object);
        else if (file.error().code != "file_missing")
            m_list.problems.push_back(file.error());
    }

    // A save is written before its metadata: where the metadata is not newer, it may tell of the save that
    // was under the name before.
    void add(const std::string &slot, const QFileInfo &file)
    {
        const auto entry = SlotMetadata::fromJson(slot, m_metadata[slot]);
        if (entry && file.isFile() && !file.isSymLink() && file.lastModified() < m_metadataTime) {
            m_list.entries.push_back({slot, *entry});
            return;
        }
        const Result<LoadedSave> loaded = LoadedSave::read(file.filePath());
        if (loaded) {
            const bool isItsEntry = entry && entry->timestamp == loaded->save.timestamp;
            m_list.entries.push_back({slot, isItsEntry ? *entry : SlotMetadata::of(slot, loaded->save)});
        } else if (loaded.error().code != "file_missing") { // else it was removed just now
            m_list.problems.push_back(loaded.error());
        }
    }

    QDir m_folder;
    QDateTime m_metadataTime;
    JsonObject m_metadata;
    SlotList m_list;
};

} // namespace

bool SlotInfo::isManual() const
{
    return slot != autosaveSlot && metadata.slotType == "manual";
}

Result<SlotList> SlotList::read(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return SlotList{};
    if (!info.isDir() || !info.isReadable()) {
        return failure("folder_unreadable",
            folder.toStdString() + (info.isDir() ? " may not be read" : " is no folder"),
            "Choose another folder, or check its permissions.");
    }
    return FolderReader(folder).read();
}

const SlotInfo *SlotList::oldestManual(std::size_t atLeast) const
{
    const SlotInfo *oldest = nullptr;
    std::size_t count = 0;
    for (const SlotInfo &info : entries) {
        if (!info.isManual())
            continue;
        ++count;
        if (oldest == nullptr || isOlder(info, *oldest))
            oldest = &info;
    }
    return count < atLeast ? nullptr : oldest;
}

std::string SlotList::metadataText() const
{
    JsonObject::Members members;
    for (const SlotInfo &info : entries)
        members.push_back({info.slot, toJson(info.metadata)});
    return toJsonText(JsonObject(std::move(members)), JsonLayout::Indented) + '\n';
}

QString slotMetadataPath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("save_metadata.json"));
}

} // namespace inspector
