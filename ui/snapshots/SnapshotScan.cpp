// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshots/SnapshotScan.h"

#include "core/saves/SlotList.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "core/session/TimelineReader.h"
#include "ui/common/Words.h"

#include <QDateTime>
#include <QDir>

#include <utility>

namespace inspector {

namespace {

bool isStopped(const StopFlag *stop)
{
    return stop != nullptr && stop->isRequested();
}

/// Takes what the file holds into the entry: its first record, if that is a snapshot.
void readFile(SnapshotEntry &entry, const StopFlag *stop)
{
    if (QFileInfo(entry.path).size() > static_cast<qint64>(SessionReader::maxDocumentBytes)) {
        entry.problem = SnapshotScan::tr("larger than the 64 MiB of a snapshot or a save");
        return;
    }
    const Result<SessionInput> input =
        SessionInput::openFile(entry.path.toStdString(), {SessionReader::maxDocumentBytes, {}, stop});
    if (!input) {
        entry.problem = words::error(input.error());
        return;
    }
    SessionReader reader(input->device(), {input->modifiedAt(), {}});
    SessionRecord record;
    const Result<bool> read = reader.next(record);
    if (!read) {
        entry.problem = words::error(read.error());
        return;
    }
    if (!*read || record.type != SessionRecord::Type::Snapshot) {
        entry.problem = SnapshotScan::tr("no snapshot");
        return;
    }
    SessionReplay replay;
    replay.apply(record, reader.report());
    entry.at = record.timestamp;
    entry.digest = StateDigest::of(replay.state().world);
}

void scanSession(const SnapshotScan::Places &places, SnapshotScan::Found &found, const StopFlag *stop)
{
    if (!places.timeline || places.tracks == nullptr)
        return;
    const auto &snapshots = places.tracks->snapshots;
    const std::size_t first = snapshots.size() - std::min(snapshots.size(), SnapshotScan::mostEntries);
    found.left += first;
    TimelineReader reader(*places.timeline);
    SnapshotEntries entries; // read from front to back, which is one way through the session
    for (std::size_t i = first; i < snapshots.size() && !isStopped(stop); ++i) {
        SnapshotEntry entry;
        entry.label = SnapshotScan::tr("Snapshot %1").arg(words::count(i + 1));
        entry.at = snapshots[i].at;
        entry.number = snapshots[i].number;
        if (const auto state = reader.stateAt(entry.number))
            entry.digest = StateDigest::of(state->world);
        else
            entry.problem = words::error(state.error());
        entries.push_back(std::move(entry));
    }
    found.entries.insert(found.entries.end(), std::make_move_iterator(entries.rbegin()),
        std::make_move_iterator(entries.rend()));
}

void scanSlots(const QString &folder, SnapshotScan::Found &found, const StopFlag *stop)
{
    const Result<SlotList> slotList = SlotList::read(folder);
    if (!slotList) {
        found.problems << words::error(slotList.error());
        return;
    }
    for (const Error &problem : slotList->problems)
        found.problems << words::error(problem);
    for (const SlotInfo &info : slotList->entries) {
        if (isStopped(stop))
            return;
        SnapshotEntry entry;
        entry.origin = SnapshotEntry::Origin::Slot;
        entry.label = words::text(info.metadata.label.empty() ? info.slot : info.metadata.label);
        entry.path = QDir(folder).filePath(QStringLiteral("save_%1.json").arg(words::text(info.slot)));
        readFile(entry, stop);
        entry.at = info.metadata.timestamp;
        found.entries.push_back(std::move(entry));
    }
}

void scanFolder(const QString &folder, SnapshotScan::Found &found, const StopFlag *stop)
{
    const QDir dir(folder);
    if (!dir.exists()) {
        found.problems << SnapshotScan::tr("%1 is not there any more. Choose another folder.").arg(folder);
        return;
    }
    if (!QFileInfo(folder).isReadable())
        found.problems << SnapshotScan::tr("%1 may not be read. Choose another folder.").arg(folder);
    const QFileInfoList files =
        dir.entryInfoList({QStringLiteral("*.json"), QStringLiteral("*.json.gz")}, QDir::Files, QDir::Time);
    found.left += static_cast<std::size_t>(files.size()) -
                  std::min(static_cast<std::size_t>(files.size()), SnapshotScan::mostEntries);
    for (qsizetype i = 0; i < files.size() && static_cast<std::size_t>(i) < SnapshotScan::mostEntries; ++i) {
        if (isStopped(stop))
            return;
        if (files[i].fileName() == QFileInfo(slotMetadataPath(folder)).fileName())
            continue;
        SnapshotEntry entry;
        entry.origin = SnapshotEntry::Origin::Folder;
        entry.label = files[i].fileName();
        entry.path = files[i].absoluteFilePath();
        entry.at = static_cast<TimeMs>(files[i].lastModified().toMSecsSinceEpoch());
        readFile(entry, stop);
        found.entries.push_back(std::move(entry));
    }
}

} // namespace

SnapshotScan::SnapshotScan(QObject *parent)
    : QObject(parent)
{}

SnapshotScan::~SnapshotScan()
{
    m_stop->request();
    if (m_thread.joinable())
        m_thread.join();
}

void SnapshotScan::start(const Places &places)
{
    m_next = places;
    if (m_isRunning)
        m_stop->request(); // what is read now may be a large file: the next look begins when it is given up
    else
        run();
}

void SnapshotScan::run()
{
    m_isRunning = true;
    m_stop = std::make_unique<StopFlag>();
    m_thread = std::jthread([this, places = *std::exchange(m_next, std::nullopt)] {
        Found all = scan(places, m_stop.get());
        QMetaObject::invokeMethod(
            this, [this, all = std::move(all)] { end(all); }, Qt::QueuedConnection);
    });
}

void SnapshotScan::end(const Found &all)
{
    m_thread.join();
    m_isRunning = false;
    if (m_next)
        run();
    else
        emit found(all);
}

SnapshotScan::Found SnapshotScan::scan(const Places &places, const StopFlag *stop)
{
    Found found;
    scanSession(places, found, stop);
    if (!places.slotFolder.isEmpty())
        scanSlots(places.slotFolder, found, stop);
    if (!places.folder.isEmpty())
        scanFolder(places.folder, found, stop);
    return found;
}

} // namespace inspector
