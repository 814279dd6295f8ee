// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saves/SlotList.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileDevice>
#include <QIODevice>
#include <QString>
#include <QTest>

namespace inspector {

/// A small save; `text` stands in its game data.
inline SaveFile sampleSave(const std::string &slot, TimeMs timestamp, const std::string &text = "x")
{
    SaveFile save;
    save.timestamp = timestamp;
    save.playtime = 60'000;
    save.slot = slot;
    save.gameData = {{"factions", JsonObject()}, {"text", text}};
    save.snapshotSource = "worldStateStore";
    save.slotLabel = "label of " + slot;
    return save;
}

/// `slot@timestamp label` for each slot, then the code of each problem.
inline QByteArrayList shownSlots(const SlotList &list)
{
    QByteArrayList lines;
    for (const SlotInfo &info : list.entries) {
        lines.append(QByteArray::fromStdString(info.slot)
                         .append('@')
                         .append(QByteArray::number(info.metadata.timestamp, 'f', 0))
                         .append(' ')
                         .append(QByteArray::fromStdString(info.metadata.label)));
    }
    for (const Error &problem : list.problems)
        lines.append(QByteArray::fromStdString(problem.code));
    return lines;
}

/// Writes a file of a test's own, last changed that many seconds ago.
inline void writeFile(const QString &path, const QByteArray &content, int secondsAgo = 0)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush() ||
        !file.setFileTime(
            QDateTime::currentDateTimeUtc().addSecs(-secondsAgo), QFileDevice::FileModificationTime))
        QTest::qFail("a file of the test cannot be written", __FILE__, __LINE__);
}

} // namespace inspector
