// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveSlots.h"
#include "core/saves/SlotLock.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/SampleSave.h"
#include "tests/support/SmallDisk.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

using Access = SaveSlots::Access;

template <class T>
QByteArray codeOf(const Result<T> &result)
{
    return QByteArray::fromStdString(result ? std::string() : result.error().code);
}

QByteArrayList listed(const SaveSlots &saves)
{
    const auto list = saves.list();
    return list ? shownSlots(*list) : QByteArrayList{codeOf(list)};
}

/// The names of the slots alone.
QByteArray names(const SaveSlots &saves)
{
    QByteArrayList lines = listed(saves);
    for (QByteArray &line : lines)
        line = line.split('@').first();
    return lines.join(' ');
}

/// `saved`, what went for it, and the codes of the problems; or the error's code.
QByteArray outcomeOf(const Result<SavedSlot> &saved)
{
    if (!saved)
        return codeOf(saved);
    QByteArrayList words{"saved"};
    if (saved->removedSlot)
        words.append(QByteArray("without ").append(QByteArray::fromStdString(*saved->removedSlot)));
    for (const Error &problem : saved->problems)
        words.append(QByteArray::fromStdString(problem.code));
    return words.join(' ');
}

/// Saves manual slots m1 to m<count>, at these times.
void fill(const SaveSlots &saves, int count)
{
    for (int i = 1; i <= count; ++i)
        QCOMPARE(outcomeOf(saves.save(sampleSave(std::string("m").append(std::to_string(i)), i))),
            QByteArray("saved"));
}

} // namespace

class tst_SaveSlots : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void savesAndLoads()
    {
        const SaveSlots saves(m_dir->filePath(QStringLiteral("user/data/slots")));
        const SaveFile save = sampleSave("old-harbour", 5);

        const auto saved = saves.save(save);

        QCOMPARE(outcomeOf(saved), QByteArray("saved"));
        QCOMPARE(saved->slot, std::string("old-harbour"));
        const FileContents files = filesOf(saves.folder());
        QCOMPARE(
            files.keys(), QStringList({QStringLiteral(".save_lock"), QStringLiteral("save_metadata.json"),
                              QStringLiteral("save_old-harbour.json")}));
        QCOMPARE(files.value(QStringLiteral("save_old-harbour.json")),
            QByteArray::fromStdString(toJsonText(save.toJson(), JsonLayout::Indented)).append('\n'));
        QCOMPARE(files.value(QStringLiteral("save_metadata.json")),
            QByteArray("{\n"
                       "  \"old-harbour\": {\n"
                       "    \"timestamp\": 5,\n"
                       "    \"playtime\": 60000,\n"
                       "    \"version\": 1,\n"
                       "    \"slotType\": \"manual\",\n"
                       "    \"label\": \"label of old-harbour\",\n"
                       "    \"snapshotSource\": \"worldStateStore\"\n"
                       "  }\n"
                       "}\n"));
        QCOMPARE(saved->path, saves.folder().toStdString() + "/save_old-harbour.json");
        const auto loaded = saves.load("old-harbour");
        QCOMPARE(codeOf(loaded), QByteArray());
        QVERIFY(loaded->save == save);
    }

    void aSlotIsOverwritten()
    {
        const SaveSlots saves(m_dir->path());
        QCOMPARE(outcomeOf(saves.save(sampleSave("a", 5, "first"))), QByteArray("saved"));
        QCOMPARE(outcomeOf(saves.save(sampleSave("a", 6, "second"))), QByteArray("saved"));

        QCOMPARE(listed(saves), QByteArrayList{"a@6 label of a"});
        QCOMPARE(*saves.load("a")->save.gameData["text"].asString(), std::string("second"));
    }

    void theFileSaysWhichSlotItIsIn()
    {
        const SaveSlots saves(m_dir->path());
        QCOMPARE(outcomeOf(saves.save(sampleSave("a", 5))), QByteArray("saved"));
        QVERIFY(QFile::rename(m_dir->filePath(QStringLiteral("save_a.json")),
            m_dir->filePath(QStringLiteral("save_copy.json"))));

        QCOMPARE(saves.load("copy")->save.slot, std::string("copy"));
    }

    void namesThatAreNoSlots_data()
    {
        QTest::addColumn<QByteArray>("slot");

        QTest::addRow("empty") << QByteArray("");
        QTest::addRow("the list") << QByteArray("metadata");
        QTest::addRow("a path") << QByteArray("../a");
        QTest::addRow("as typed") << QByteArray("Old Harbour");
    }

    void namesThatAreNoSlots()
    {
        QFETCH(QByteArray, slot);
        const SaveSlots saves(m_dir->filePath(QStringLiteral("slots")));

        QCOMPARE(outcomeOf(saves.save(sampleSave(slot.toStdString(), 5))), QByteArray("bad_slot"));
        QCOMPARE(codeOf(saves.load(slot.toStdString())), QByteArray("bad_slot"));
        QVERIFY(QDir(m_dir->path()).isEmpty());
    }

    void makesRoom_data()
    {
        QTest::addColumn<int>("manual"); // m1 to m<n>, saved at 1 to n
        QTest::addColumn<QByteArray>("slot");
        QTest::addColumn<int>("time");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QByteArray>("left");

        QTest::addRow("the tenth") << 9 << QByteArray("new") << 20 << QByteArray("saved")
                                   << QByteArray("new m9 m8 m7 m6 m5 m4 m3 m2 m1 autosave");
        QTest::addRow("the eleventh") << 10 << QByteArray("new") << 20 << QByteArray("saved without m1")
                                      << QByteArray("new m10 m9 m8 m7 m6 m5 m4 m3 m2 autosave");
        QTest::addRow("never the one just saved, though it is the oldest")
            << 10 << QByteArray("new") << -5 << QByteArray("saved without m1")
            << QByteArray("m10 m9 m8 m7 m6 m5 m4 m3 m2 autosave new");
        QTest::addRow("one that is there") << 10 << QByteArray("m4") << 20 << QByteArray("saved")
                                           << QByteArray("m4 m10 m9 m8 m7 m6 m5 m3 m2 m1 autosave");
        QTest::addRow("the autosave") << 10 << QByteArray("autosave") << 20 << QByteArray("saved")
                                      << QByteArray("autosave m10 m9 m8 m7 m6 m5 m4 m3 m2 m1");
    }

    void makesRoom()
    {
        QFETCH(int, manual);
        QFETCH(QByteArray, slot);
        QFETCH(int, time);
        QFETCH(QByteArray, outcome);
        QFETCH(QByteArray, left);
        const SaveSlots saves(m_dir->path());
        QCOMPARE(outcomeOf(saves.save(sampleSave("autosave", 0))), QByteArray("saved"));
        fill(saves, manual);

        const auto saved = saves.save(sampleSave(slot.toStdString(), time));

        QCOMPARE(outcomeOf(saved), outcome);
        QCOMPARE(names(saves), left);
        QCOMPARE(filesOf(m_dir->path()).size(), left.split(' ').size() + 2); // the lock and the metadata
    }

    void theOldestByTimeThenName()
    {
        const SaveSlots saves(m_dir->path());
        for (const char *slot : {"c", "b", "a", "d", "e", "f", "g", "h", "i", "j"})
            QCOMPARE(outcomeOf(saves.save(sampleSave(slot, 7))), QByteArray("saved"));

        QCOMPARE(outcomeOf(saves.save(sampleSave("new", 7))), QByteArray("saved without a"));
        QCOMPARE(outcomeOf(saves.save(sampleSave("newer", 7))), QByteArray("saved without b"));
    }

    void oneGoesForOneThatComes()
    {
        fill(SaveSlots(m_dir->path(), Access::Add), 12);

        QCOMPARE(
            outcomeOf(SaveSlots(m_dir->path()).save(sampleSave("new", 20))), QByteArray("saved without m1"));
        QCOMPARE(SaveSlots(m_dir->path()).list()->entries.size(), std::size_t{12});
    }

    void nothingGoesFromAFolderOfTheUsers()
    {
        const SaveSlots saves(m_dir->path(), Access::Add);
        fill(saves, 12);

        QCOMPARE(saves.list()->entries.size(), std::size_t{12});
    }

    void aBrowsedFolderIsReadOnly()
    {
        fill(SaveSlots(m_dir->path()), 2);
        const FileContents before = filesOf(m_dir->path());
        const SaveSlots browsed(m_dir->path(), Access::Browse);

        QCOMPARE(outcomeOf(browsed.save(sampleSave("new", 5))), QByteArray("read_only_folder"));
        QCOMPARE(names(browsed), QByteArray("m2 m1"));
        QCOMPARE(codeOf(browsed.load("m1")), QByteArray());
        QCOMPARE(filesOf(m_dir->path()), before);
    }

    void browsingMakesNoFolder()
    {
        const SaveSlots browsed(m_dir->filePath(QStringLiteral("none")), Access::Browse);

        QCOMPARE(listed(browsed), QByteArrayList());
        QCOMPARE(codeOf(browsed.load("a")), QByteArray("file_missing"));
        QVERIFY(QDir(m_dir->path()).isEmpty());
    }

    void placesThatAreNoFolders_data()
    {
        QTest::addColumn<QString>("path"); // below the folder, which holds the file "file"
        QTest::addColumn<QByteArray>("listing");

        QTest::addRow("a file") << QStringLiteral("file") << QByteArray("folder_unreadable");
        QTest::addRow("below a file") << QStringLiteral("file/slots") << QByteArray();
    }

    void placesThatAreNoFolders()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, listing);
        writeFile(m_dir->filePath(QStringLiteral("file")), "x");
        const SaveSlots saves(m_dir->filePath(path));

        QCOMPARE(outcomeOf(saves.save(sampleSave("a", 5))), QByteArray("folder_failed"));
        QCOMPARE(codeOf(saves.list()), listing);
        QCOMPARE(filesOf(m_dir->path()), (FileContents{{QStringLiteral("file"), "x"}}));
    }

    void aLinkUnderTheSlotsName()
    {
        const QTemporaryDir outside;
        const QString target = outside.filePath(QStringLiteral("save_a.json"));
        writeFile(target, "precious");
        QVERIFY(QFile::link(target, m_dir->filePath(QStringLiteral("save_a.json"))));
        const SaveSlots saves(m_dir->path());

        QCOMPARE(outcomeOf(saves.save(sampleSave("a", 5))), QByteArray("not_a_file"));
        QCOMPARE(codeOf(saves.load("a")), QByteArray("not_a_file"));
        QCOMPARE(filesOf(outside.path()), (FileContents{{QStringLiteral("save_a.json"), "precious"}}));
    }

    void brokenMetadataIsReplaced()
    {
        const SaveSlots saves(m_dir->path());
        fill(saves, 2);
        writeFile(m_dir->filePath(QStringLiteral("save_metadata.json")), "{\"m1\":");
        QCOMPARE(listed(saves), QByteArrayList({"m2@2 label of m2", "m1@1 label of m1", "not_understood"}));

        QCOMPARE(outcomeOf(saves.save(sampleSave("m3", 3))), QByteArray("saved"));

        QCOMPARE(listed(saves), QByteArrayList({"m3@3 label of m3", "m2@2 label of m2", "m1@1 label of m1"}));
    }

    void metadataThatCannotBeWrittenLosesNoSave()
    {
        const SaveSlots saves(m_dir->path());
        QVERIFY(QDir().mkdir(m_dir->filePath(QStringLiteral("save_metadata.json"))));

        QCOMPARE(outcomeOf(saves.save(sampleSave("a", 5))), QByteArray("saved not_a_file"));

        QCOMPARE(listed(saves), QByteArrayList({"a@5 label of a", "not_a_file"}));
    }

    void aDamagedSaveIsNotRemovedForAnother()
    {
        const SaveSlots saves(m_dir->path());
        fill(saves, 10);
        writeFile(m_dir->filePath(QStringLiteral("save_m1.json")), "{");

        QCOMPARE(outcomeOf(saves.save(sampleSave("new", 20))), QByteArray("saved"));

        QCOMPARE(names(saves), QByteArray("new m10 m9 m8 m7 m6 m5 m4 m3 m2 not_understood"));
    }

    void aSaveThatCouldNotBeReadAgain_data()
    {
        QTest::addColumn<int>("depth"); // of lists in lists in the game data
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QByteArray>("outcome");

        constexpr int mebi = 1 << 20;
        QTest::addRow("as deep as may be") << 134 << 0 << QByteArray("saved");
        QTest::addRow("too deep") << 135 << 0 << QByteArray("too_deep");
        QTest::addRow("as large as is read") << 1 << 63 * mebi << QByteArray("saved");
        QTest::addRow("too large") << 1 << 64 * mebi << QByteArray("too_large");
    }

    void aSaveThatCouldNotBeReadAgain()
    {
        QFETCH(int, depth);
        QFETCH(int, bytes);
        QFETCH(QByteArray, outcome);
        JsonValue nested = std::string(static_cast<std::size_t>(bytes), 'x');
        for (int i = 0; i < depth; ++i)
            nested = JsonArray{nested};
        SaveFile save = sampleSave("a", 5);
        save.gameData = {{"nested", nested}};
        const SaveSlots saves(m_dir->path());

        QCOMPARE(outcomeOf(saves.save(save)), outcome);

        QCOMPARE(codeOf(saves.load("a")), outcome == "saved" ? QByteArray() : QByteArray("file_missing"));
    }

    void aFolderThatIsBusy()
    {
        const auto lock = SlotLock::acquire(m_dir->path(), sleepThread);
        int waits = 0;
        const SaveSlots saves(m_dir->path(), Access::Own, [&](std::chrono::milliseconds) { ++waits; });

        QCOMPARE(outcomeOf(saves.save(sampleSave("a", 5))), QByteArray("slots_busy"));

        QVERIFY(lock);
        QVERIFY(waits > 0);
        QCOMPARE(listed(saves), QByteArrayList());
    }

    void aFullDiskLosesNothing()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("making a small file system takes the right to mount");
        const SaveSlots saves(disk.path());
        fill(saves, 2);
        QVERIFY(disk.fill());
        const FileContents before = filesOf(disk.path());

        QCOMPARE(outcomeOf(saves.save(sampleSave("new", 3))), QByteArray("write_failed"));
        QCOMPARE(
            outcomeOf(saves.save(sampleSave("m1", 3, std::string(50'000, 'x')))), QByteArray("write_failed"));

        QCOMPARE(filesOf(disk.path()), before);
        QCOMPARE(names(saves), QByteArray("m2 m1"));
    }

    void aDiskThatIsReadOnly()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("making a small file system takes the right to mount");
        const SaveSlots saves(disk.path());
        fill(saves, 2);
        const FileContents before = filesOf(disk.path());
        QCOMPARE(::mount("tmpfs", qPrintable(disk.path()), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=64k"), 0);

        QCOMPARE(outcomeOf(saves.save(sampleSave("new", 3))), QByteArray("lock_failed"));
        QCOMPARE(outcomeOf(SaveSlots(disk.filePath(QStringLiteral("sub"))).save(sampleSave("new", 3))),
            QByteArray("folder_failed"));

        QCOMPARE(filesOf(disk.path()), before);
        QCOMPARE(names(saves), QByteArray("m2 m1"));
    }

    void aSaveThatCannotBeRemovedStays()
    {
        const SaveSlots saves(m_dir->path());
        fill(saves, 10);
        const QString oldest = m_dir->filePath(QStringLiteral("save_m1.json"));
        if (::mount(qPrintable(oldest), qPrintable(oldest), nullptr, MS_BIND, nullptr) != 0)
            QSKIP("keeping a file from being removed takes the right to mount");

        const QByteArray outcome = outcomeOf(saves.save(sampleSave("new", 20)));
        QCOMPARE(::umount(qPrintable(oldest)), 0);

        QCOMPARE(outcome, QByteArray("saved remove_failed"));
        QCOMPARE(names(saves), QByteArray("new m10 m9 m8 m7 m6 m5 m4 m3 m2 m1"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_APPLESS_MAIN(tst_SaveSlots)
#include "tst_SaveSlots.moc"
