// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExportCommand.h"
#include "core/base/SystemClock.h"
#include "core/bundle/BugBundle.h"
#include "core/saves/SaveSlots.h"
#include "core/session/SessionWriter.h"
#include "tests/support/FileSizeLimit.h"
#include "tests/support/FolderInMemory.h"
#include "tests/support/LoadedSession.h"
#include "tests/support/MemoryStream.h"
#include "tests/support/SampleSave.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/SetChecks.h"

using namespace inspector;

namespace {

const QByteArray earlier = "{\"type\":\"event\",\"timestamp\":1,\"event\":\"tutorial:started\"}\n";
const QByteArray later =
    earlier + "{\"type\":\"event\",\"timestamp\":2,\"event\":\"tutorial:skipped\",\"payload\":{}}\n";

#ifdef INSPECTOR_SANITIZED
constexpr qsizetype step = 17; // each byte would take them five minutes
#else
constexpr qsizetype step = 1;
#endif

/// Something that writes files from a session's text; returns 0 where all went well.
using Writing = int (*)(const QString &folder, const QByteArray &session);

int exportSet(const QString &folder, const QByteArray &session)
{
    const SystemClock clock;
    const MemoryStream out, err;
    const ConsoleLog log(err.file(), LogFormat::Text, true, false);
    ScriptedRunner runner;
    const QString input = folder + QStringLiteral("/../") + (session == later ? u"later" : u"earlier");
    Options options;
    options.exportMode = true;
    options.request.force = true;
    options.clock = 1000;
    options.request.artifactDir = folder.toStdString();
    options.request.files = {input.toStdString()};
    return static_cast<int>(ExportCommand(clock, log, out.file(), runner, {}).run(options));
}

int saveSlot(const QString &folder, const QByteArray &session)
{
    const auto saved = SaveSlots(folder).save(sampleSave("slot", 1, session.toStdString()));
    return saved && saved->problems.empty() ? 0 : 1;
}

int writeBundle(const QString &folder, const QByteArray &session)
{
    const auto loader = loadedSession(session);
    if (loader == nullptr)
        return 1; // it does not even fit where it is read from
    const BugBundle bundle{
        loader->timeline(), {}, {1, loader->timeline().size()}, "s.ndjson", {}, FactionCatalogue::builtIn()};
    return bundle.write(folder.toStdString() + "/b.zip") ? 0 : 1;
}

qsizetype longestOf(const FileContents &files)
{
    qsizetype longest = 0;
    for (const QByteArray &content : files)
        longest = std::max(longest, content.size());
    return longest;
}

} // namespace
Q_DECLARE_METATYPE(Writing)

/// A disk that takes no byte more, at each byte of what is written (docs/reliability.md, "Faults").
class tst_EveryByte : public QObject
{
    Q_OBJECT

private slots:
    // A bundle is put together in a temporary file, which is synced.
    void initTestCase() { qputenv("TMPDIR", m_temporary.path().toLocal8Bit()); }

    void isOldOrNew_data()
    {
        QTest::addColumn<Writing>("write");
        QTest::addColumn<bool>("isOverEarlier");

        QTest::addRow("export") << Writing(exportSet) << false;
        QTest::addRow("export in place of an earlier one") << Writing(exportSet) << true;
        QTest::addRow("save slot") << Writing(saveSlot) << false;
        QTest::addRow("save slot in place of an earlier one") << Writing(saveSlot) << true;
        QTest::addRow("bundle") << Writing(writeBundle) << false;
        QTest::addRow("bundle in place of an earlier one") << Writing(writeBundle) << true;
    }

    void isOldOrNew()
    {
        QFETCH(Writing, write);
        QFETCH(bool, isOverEarlier);
        const FolderInMemory dir;
        writeFile(dir.filePath(QStringLiteral("earlier")), earlier);
        writeFile(dir.filePath(QStringLiteral("later")), later);
        const QString folder = dir.filePath(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(folder));
        if (isOverEarlier)
            QCOMPARE(write(folder, earlier), 0);
        const FileContents before = filesOf(folder);
        QCOMPARE(write(folder, later), 0);
        const FileContents after = filesOf(folder);
        const qsizetype longest = longestOf(after) + 1; // whose manifest tells times of more digits at most
        int succeeded = 0;

        for (qsizetype bytes = 0; bytes <= longest; bytes += step) {
            setBack(folder, before);
            const int exitCode = writeWithin(bytes, write, folder);

            const FileContents files = filesOf(folder);
            QCOMPARE(brokenOf(files, before, after), QByteArray());
            QVERIFY2(exitCode != 0 || files.keys() == after.keys(), "it says that it is done");
            succeeded += exitCode == 0 ? 1 : 0;
        }

        QVERIFY2(succeeded < longest / step, "it succeeded without a place to write to");
    }

    /// The lines before stay whole, and once there is room again the recording goes on.
    void aRecordingGoesOn()
    {
        const FolderInMemory dir;
        const QString path = dir.filePath(QStringLiteral("s.ndjson"));
        for (qsizetype bytes = 0; bytes <= 3 * earlier.size() + 1; ++bytes) {
            QFile::remove(path);
            const int written = recordedWithin(bytes, path);

            QCOMPARE(written, static_cast<int>(std::min<qsizetype>(bytes / earlier.size(), 3)));
            auto again = SessionWriter::open(path.toStdString());
            QVERIFY(again && again->append(later.toStdString()));
            QCOMPARE(
                filesOf(dir.path()).value(QStringLiteral("s.ndjson")), earlier.repeated(written) + later);
        }
    }

private:
    static int writeWithin(qsizetype bytes, Writing write, const QString &folder)
    {
        const FileSizeLimit limit(static_cast<rlim_t>(bytes));
        return write(folder, later);
    }

    /// How many of three lines were taken.
    static int recordedWithin(qsizetype bytes, const QString &path)
    {
        const FileSizeLimit limit(static_cast<rlim_t>(bytes));
        auto writer = SessionWriter::open(path.toStdString());
        int lines = 0;
        while (writer && lines < 3 && writer->append(earlier.toStdString()))
            ++lines;
        return lines;
    }

    static void setBack(const QString &folder, const FileContents &before)
    {
        QDir(folder).removeRecursively();
        QVERIFY(QDir().mkpath(folder));
        for (auto it = before.begin(); it != before.end(); ++it)
            writeFile(QDir(folder).filePath(it.key()), it.value());
    }

    /// The slots' own list may lag behind the saves, but has to be whole.
    static QByteArray brokenOf(FileContents files, FileContents before, FileContents after)
    {
        const QString list = QStringLiteral("save_metadata.json");
        if (files.contains(list) && !parseJson(files.value(list).toStdString()))
            return "the list of slots is broken";
        for (FileContents *each : {&files, &before, &after})
            each->remove(list);
        return brokenFileOf(files, before, after);
    }

    const FolderInMemory m_temporary;
};

QTEST_GUILESS_MAIN(tst_EveryByte)
#include "tst_EveryByte.moc"
