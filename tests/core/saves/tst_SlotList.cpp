// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotList.h"
#include "tests/support/SampleSave.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

constexpr int longAgo = 1000; // seconds: before the metadata

QByteArray entry(int timestamp, const char *label)
{
    return QByteArray("{\"timestamp\":")
        .append(QByteArray::number(timestamp))
        .append(",\"label\":\"")
        .append(label)
        .append("\"}");
}

SlotInfo info(const char *slot, double timestamp, const char *type = "manual")
{
    SlotInfo info;
    info.slot = slot;
    info.metadata.timestamp = timestamp;
    info.metadata.slotType = type;
    return info;
}

} // namespace

class tst_SlotList : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void foldersWithoutSlots_data()
    {
        QTest::addColumn<QString>("path"); // below the folder, which holds a file "file"
        QTest::addColumn<QByteArray>("code");

        QTest::addRow("empty but for another file") << QStringLiteral(".") << QByteArray();
        QTest::addRow("missing") << QStringLiteral("none") << QByteArray();
        QTest::addRow("a file") << QStringLiteral("file") << QByteArray("folder_unreadable");
    }

    void foldersWithoutSlots()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, code);
        writeFile(file("file"), "x");

        const auto list = SlotList::read(m_dir->filePath(path));

        QCOMPARE(QByteArray::fromStdString(list ? std::string() : list.error().code), code);
        QCOMPARE(shownSlots(list.value_or(SlotList{})), QByteArrayList());
    }

    void aFolderThatMayNotBeRead()
    {
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::Permissions(QFile::ExeOwner)));
        if (QFileInfo(m_dir->path()).isReadable())
            QSKIP("this user may read everything");

        const auto list = SlotList::read(m_dir->path());
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));

        QCOMPARE(list.error().code, std::string("folder_unreadable"));
    }

    void newestFirstThenByName()
    {
        for (const auto &[slot, time] :
            std::vector<std::pair<const char *, int>>{{"b", 7}, {"c", 9}, {"a", 7}, {"10", 7}, {"9", 1}})
            writeSave(slot, time);

        QCOMPARE(listed(), QByteArrayList({"c@9 label of c", "10@7 label of 10", "a@7 label of a",
                               "b@7 label of b", "9@1 label of 9"}));
    }

    void fromMetadataOrFile_data()
    {
        QTest::addColumn<QByteArray>("metadata"); // null: no file
        QTest::addColumn<bool>("isFileOlder");
        QTest::addColumn<QByteArrayList>("expected"); // of the slot "a", saved at 5

        QTest::addRow("no metadata") << QByteArray() << true << QByteArrayList{"a@5 label of a"};
        QTest::addRow("an entry") << QByteArray("{\"a\":").append(entry(5, "of the list")).append("}") << true
                                  << QByteArrayList{"a@5 of the list"};
        QTest::addRow("an entry that is believed")
            << QByteArray("{\"a\":").append(entry(7, "of the list")).append("}") << true
            << QByteArrayList{"a@7 of the list"};
        QTest::addRow("an entry of the save before")
            << QByteArray("{\"a\":").append(entry(4, "of the list")).append("}") << false
            << QByteArrayList{"a@5 label of a"};
        QTest::addRow("an entry of this save, in the file's own moment")
            << QByteArray("{\"a\":").append(entry(5, "of the list")).append("}") << false
            << QByteArrayList{"a@5 of the list"};
        QTest::addRow("an entry without a file")
            << QByteArray("{\"a\":").append(entry(5, "L")).append(",\"b\":").append(entry(6, "M")).append("}")
            << true << QByteArrayList{"a@5 L"};
        QTest::addRow("an entry that is damaged")
            << QByteArray("{\"a\":{\"timestamp\":\"5\"}}") << true << QByteArrayList{"a@5 label of a"};
        QTest::addRow("broken JSON") << QByteArray("{\"a\":") << true
                                     << QByteArrayList{"a@5 label of a", "not_understood"};
        QTest::addRow("a list") << QByteArray("[]") << true
                                << QByteArrayList{"a@5 label of a", "not_understood"};
    }

    void fromMetadataOrFile()
    {
        QFETCH(QByteArray, metadata);
        QFETCH(bool, isFileOlder);
        QFETCH(QByteArrayList, expected);
        writeSave("a", 5, isFileOlder ? longAgo : 0);
        if (!metadata.isNull())
            writeFile(file("save_metadata.json"), metadata, isFileOlder ? 0 : longAgo);

        QCOMPARE(listed(), expected);
    }

    void aDamagedFileCostsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("problem");

        QTest::addRow("empty") << QByteArray("") << QByteArray("not_understood");
        QTest::addRow("cut") << QByteArray("{\"version\":1,\"gameDa") << QByteArray("not_understood");
        QTest::addRow("no save") << QByteArray("{\"factions\":{}}") << QByteArray("not_understood");
        QTest::addRow("of a later version")
            << QByteArray("{\"version\":2,\"gameData\":{}}") << QByteArray("future_version");
    }

    void aDamagedFileCostsOnlyItself()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, problem);
        writeSave("a", 5);
        writeSave("c", 7);
        writeFile(file("save_b.json"), content);

        const auto list = SlotList::read(m_dir->path());

        QVERIFY(list);
        QCOMPARE(shownSlots(*list), QByteArrayList({"c@7 label of c", "a@5 label of a", problem}));
        QVERIFY2(QByteArray::fromStdString(list->problems.front().message)
                     .startsWith(file("save_b.json").toUtf8()),
            list->problems.front().message.c_str());
    }

    void linksAndFoldersAreNoSaves()
    {
        writeSave("a", 5);
        QVERIFY(QFile::link(file("save_a.json"), file("save_b.json")));
        QVERIFY(QDir().mkdir(file("save_c.json")));
        writeFile(file("save_metadata.json"), QByteArray("{\"b\":").append(entry(9, "L")).append("}"));

        QCOMPARE(listed(), QByteArrayList({"a@5 label of a", "not_a_file", "not_a_file"}));
    }

    void otherFilesAreLeftAlone()
    {
        writeSave("a", 5);
        for (const char *name :
            {"save_a.json.Xy12Ab", "save_B.json", "save_.json", "notes.txt", ".save_lock"})
            writeFile(file(name), "{");

        QCOMPARE(listed(), QByteArrayList({"a@5 label of a"}));
    }

    void anOlderSaveIsListedAsWhatItIs()
    {
        writeFile(file("save_a.json"), "{\"version\":0,\"timestamp\":3,\"tutorialComplete\":true}");

        const auto list = SlotList::read(m_dir->path());

        QCOMPARE(shownSlots(*list), QByteArrayList({"a@3 "}));
        QCOMPARE(list->entries.front().metadata.version, 0.0);
    }

    void oldestManual_data()
    {
        QTest::addColumn<QByteArray>("entries"); // name@time, "auto" by a star
        QTest::addColumn<int>("atLeast");
        QTest::addColumn<QByteArray>("oldest"); // empty: none

        QTest::addRow("none") << QByteArray("") << 1 << QByteArray("");
        QTest::addRow("by time") << QByteArray("a@3 b@1 c@2") << 3 << QByteArray("b");
        QTest::addRow("then by name") << QByteArray("c@1 a@1 b@1") << 3 << QByteArray("a");
        QTest::addRow("fewer") << QByteArray("a@3 b@1 c@2") << 4 << QByteArray("");
        QTest::addRow("never the autosave") << QByteArray("autosave@1 b@2") << 1 << QByteArray("b");
        QTest::addRow("nor does it count") << QByteArray("autosave@1 b@2") << 2 << QByteArray("");
        QTest::addRow("nor what the game calls automatic") << QByteArray("q@1* b@2") << 1 << QByteArray("b");
    }

    void oldestManual()
    {
        QFETCH(QByteArray, entries);
        QFETCH(int, atLeast);
        QFETCH(QByteArray, oldest);
        SlotList list;
        for (QByteArray &word : entries.split(' ')) {
            const bool isAutomatic = word.endsWith('*');
            const QByteArrayList parts = word.replace('*', "").split('@');
            if (parts.size() == 2)
                list.entries.push_back(
                    info(parts[0].constData(), parts[1].toDouble(), isAutomatic ? "auto" : "manual"));
        }

        const SlotInfo *found = list.oldestManual(static_cast<std::size_t>(atLeast));

        QCOMPARE(found == nullptr ? QByteArray() : QByteArray::fromStdString(found->slot), oldest);
    }

    void writesMetadata()
    {
        SlotList list;
        list.entries = {info("b", 2), info("autosave", 1, "auto")};

        QCOMPARE(QByteArray::fromStdString(list.metadataText()), QByteArray("{\n"
                                                                            "  \"b\": {\n"
                                                                            "    \"timestamp\": 2,\n"
                                                                            "    \"playtime\": 0,\n"
                                                                            "    \"version\": 1,\n"
                                                                            "    \"slotType\": \"manual\",\n"
                                                                            "    \"label\": \"\",\n"
                                                                            "    \"snapshotSource\": \"\"\n"
                                                                            "  },\n"
                                                                            "  \"autosave\": {\n"
                                                                            "    \"timestamp\": 1,\n"
                                                                            "    \"playtime\": 0,\n"
                                                                            "    \"version\": 1,\n"
                                                                            "    \"slotType\": \"auto\",\n"
                                                                            "    \"label\": \"\",\n"
                                                                            "    \"snapshotSource\": \"\"\n"
                                                                            "  }\n"
                                                                            "}\n"));
    }

private:
    [[nodiscard]] QString file(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }

    void writeSave(const QByteArray &slot, int timestamp, int secondsAgo = 0) const
    {
        const SaveFile save = sampleSave(slot.toStdString(), timestamp);
        writeFile(file(QByteArray("save_").append(slot).append(".json").constData()),
            QByteArray::fromStdString(toJsonText(save.toJson(), JsonLayout::Indented)), secondsAgo);
    }

    [[nodiscard]] QByteArrayList listed() const
    {
        const auto list = SlotList::read(m_dir->path());
        return list ? shownSlots(*list) : QByteArrayList{QByteArray::fromStdString(list.error().message)};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_APPLESS_MAIN(tst_SlotList)
#include "tst_SlotList.moc"
