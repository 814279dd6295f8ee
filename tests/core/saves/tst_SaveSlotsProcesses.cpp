// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveSlots.h"
#include "core/saves/SlotLock.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/KilledProcess.h"
#include "tests/support/SampleSave.h"

#include <sys/mman.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <QRegularExpression>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>

using namespace inspector;

namespace {

/// A number that a child process sets and its parent sees.
class SharedNumber
{
public:
    SharedNumber()
        : m_memory(::mmap(
              nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))
        , m_number(new (m_memory) std::atomic<int>(0))
    {}
    ~SharedNumber() { ::munmap(m_memory, sizeof(std::atomic<int>)); }
    Q_DISABLE_COPY_MOVE(SharedNumber)

    void set(int number) { m_number->store(number); }
    [[nodiscard]] int get() const { return m_number->load(); }

private:
    void *m_memory;
    std::atomic<int> *m_number;
};

void neverWaits(std::chrono::milliseconds /*time*/)
{
    QTest::qFail("a process that was killed still has the lock", __FILE__, __LINE__);
}

/// The first file that stands under a name where none may be, or holds no whole JSON object.
QByteArray firstBadFile(const QString &folder)
{
    static const QRegularExpression temporary(QStringLiteral("^save_[a-z0-9]+\\.json\\.[A-Za-z0-9]{6}$"));
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        // Another process may take a temporary file away while it is looked at.
        if (name == QStringLiteral(".save_lock") || temporary.match(name).hasMatch())
            continue;
        QFile file(QDir(folder).filePath(name));
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const bool isOurs = name.startsWith(u"save_") && name.endsWith(u".json");
        if (!isOurs || !content.endsWith("}\n") || !parseJson(content.toStdString()))
            return name.toUtf8();
    }
    return {};
}

QByteArrayList listed(const QString &folder)
{
    const auto list = SaveSlots(folder).list();
    return list ? shownSlots(*list) : QByteArrayList{QByteArray::fromStdString(list.error().code)};
}

void copyFiles(const QString &from, const QString &to)
{
    for (const QFileInfo &file : QDir(from).entryInfoList(QDir::Files | QDir::Hidden))
        QVERIFY(QFile::copy(file.filePath(), QDir(to).filePath(file.fileName())));
}

} // namespace

/// What holds when processes save at once, and when they are killed.
class tst_SaveSlotsProcesses : public QObject
{
    Q_OBJECT

private slots:
    void killedBeforeAnySystemCall_data()
    {
        QTest::addColumn<int>("manual"); // m1 to m<n>, saved at 1 to n
        QTest::addColumn<QByteArray>("slot");

        QTest::addRow("into a folder that is not there") << 0 << QByteArray("new");
        QTest::addRow("in place of an earlier save") << 2 << QByteArray("m1");
        QTest::addRow("where the oldest goes for it") << 10 << QByteArray("new");
    }

    void killedBeforeAnySystemCall()
    {
        QFETCH(int, manual);
        QFETCH(QByteArray, slot);
        const QTemporaryDir before;
        for (int i = 1; i <= manual; ++i)
            QVERIFY(SaveSlots(before.path()).save(sampleSave("m" + std::to_string(i), i)));
        const QByteArrayList listBefore = listed(before.path());
        QByteArrayList listAfter;

        ChildEnd end = ChildEnd::Killed;
        for (int call = 1; end == ChildEnd::Killed; ++call) {
            const QTemporaryDir dir;
            const QString folder = manual == 0 ? dir.filePath(QStringLiteral("a/b")) : dir.path();
            copyFiles(before.path(), folder);
            SharedNumber isReported;
            const auto save = [&] {
                isReported.set(SaveSlots(folder).save(sampleSave(slot.toStdString(), 20)) ? 1 : 0);
            };

            end = killBeforeSystemCall(call, save);
            if (end == ChildEnd::NotTraced)
                QSKIP("this system lets no process watch another");

            QCOMPARE(firstBadFile(folder), QByteArray());
            const QByteArrayList after = listed(folder);
            const bool isNewThere = after.contains(QByteArray(slot).append("@20 label of ").append(slot));
            QVERIFY2(isNewThere || isReported.get() == 0, "a save that was reported is lost");
            checkOthers(listBefore, after, slot, isNewThere);
            if (QFileInfo(folder).isDir())
                QVERIFY2(SlotLock::acquire(folder, neverWaits), "no save is possible after it");
            if (QTest::currentTestFailed())
                return;
            listAfter = after;
        }

        QVERIFY(listAfter.contains(QByteArray(slot).append("@20 label of ").append(slot)));
        QVERIFY(listAfter.size() <= 10);
    }

    void killedWhileAnotherSaves()
    {
        constexpr int kills = 12;
        constexpr int savesOfTheOther = 60;
        const QTemporaryDir dir;
        SharedNumber othersLast;
        ChildProcess other(
            [&] { return saveAgainAndAgain(dir.path(), "other", savesOfTheOther, othersLast); });
        for (int i = 0; i < kills; ++i) {
            SharedNumber last;
            ChildProcess child(
                [&] { return saveAgainAndAgain(dir.path(), "k" + std::to_string(i % 3), 1'000'000, last); });
            while (last.get() <= i % 4) // the kill then comes in another place each time
                ::sched_yield();
            child.kill();

            QCOMPARE(firstBadFile(dir.path()), QByteArray());
            const auto loaded = SaveSlots(dir.path()).load("k" + std::to_string(i % 3));
            QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
            QVERIFY(loaded->save.timestamp >= last.get());
        }

        QCOMPARE(other.exitCode(), 0);
        QCOMPARE(othersLast.get(), savesOfTheOther);
        const auto loaded = SaveSlots(dir.path()).load("other");
        QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
        QCOMPARE(loaded->save.timestamp, double{savesOfTheOther});
    }

    void twoAtOnce()
    {
        constexpr int count = 40;
        const QTemporaryDir dir;
        const auto work = [&](const std::string &name) {
            const SaveSlots saves(dir.path());
            for (int i = 1; i <= count; ++i) {
                // Four slots of its own, and one that both write.
                const std::string slot = i % 5 == 0 ? "both" : name + std::to_string(i % 5);
                const auto saved = saves.save(sampleSave(slot, i));
                if (!saved || saved->removedSlot || !saved->problems.empty())
                    return 1;
            }
            return 0;
        };

        ChildProcess first([&] { return work("a"); });
        ChildProcess second([&] { return work("b"); });

        QCOMPARE(first.exitCode(), 0);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(firstBadFile(dir.path()), QByteArray());
        const QByteArrayList expected{"both@40 label of both", "a4@39 label of a4", "b4@39 label of b4",
            "a3@38 label of a3", "b3@38 label of b3", "a2@37 label of a2", "b2@37 label of b2",
            "a1@36 label of a1", "b1@36 label of b1"};
        QCOMPARE(listed(dir.path()), expected);
        QCOMPARE(entriesOf(dir.path()), expected);
    }

    void twoAtOnceMakeRoomForEachOther()
    {
        constexpr int count = 25;
        const QTemporaryDir dir;
        const auto work = [&](const std::string &name, int offset) {
            for (int i = 1; i <= count; ++i) {
                if (!SaveSlots(dir.path()).save(sampleSave(name + std::to_string(i), 2 * i + offset)))
                    return 1;
            }
            return 0;
        };

        ChildProcess first([&] { return work("a", 0); });
        ChildProcess second([&] { return work("b", 1); });

        QCOMPARE(first.exitCode(), 0);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(listed(dir.path()).size(), qsizetype{10});
        QCOMPARE(firstBadFile(dir.path()), QByteArray());
    }

private:
    /// Sets `last` to the time of each save once that was reported.
    static int saveAgainAndAgain(
        const QString &folder, const std::string &slot, int count, SharedNumber &last)
    {
        const SaveSlots saves(folder);
        for (int i = 1; i <= count; ++i) {
            if (!saves.save(sampleSave(slot, i, std::string(static_cast<std::size_t>(i % 7) * 5000, 'x'))))
                return 1;
            last.set(i);
        }
        return 0;
    }

    /// Of the other slots at most the oldest is missing, and only where it went for the new one.
    static void checkOthers(
        const QByteArrayList &before, const QByteArrayList &after, const QByteArray &slot, bool isNewThere)
    {
        constexpr int most = 10;
        QByteArrayList missing;
        for (const QByteArray &line : before) {
            if (!after.contains(line) && !(isNewThere && line.startsWith(QByteArray(slot).append('@'))))
                missing.append(line);
        }
        const bool mayGo = isNewThere && before.size() == most;
        if (!(mayGo && missing == QByteArrayList{"m1@1 label of m1"}))
            QCOMPARE(missing, QByteArrayList());
    }

    /// What the metadata alone say, as the list does.
    static QByteArrayList entriesOf(const QString &folder)
    {
        const FileContents files = filesOf(folder);
        const JsonValue metadata = json(files.value(QStringLiteral("save_metadata.json")).toStdString());
        SlotList list;
        for (const JsonObject::Member &member : *metadata.asObject()) {
            if (const auto entry = SlotMetadata::fromJson(member.key, member.value))
                list.entries.push_back({member.key, *entry});
        }
        std::sort(list.entries.begin(), list.entries.end(), [](const SlotInfo &a, const SlotInfo &b) {
            return std::tuple(-a.metadata.timestamp, a.slot) < std::tuple(-b.metadata.timestamp, b.slot);
        });
        return shownSlots(list);
    }
};

QTEST_APPLESS_MAIN(tst_SaveSlotsProcesses)
#include "tst_SaveSlotsProcesses.moc"
