// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FixedClock.h"
#include "core/telemetry/FileSystemTelemetryWriter.h"
#include "core/telemetry/TelemetryArtifactWriterAdapter.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/SmallDisk.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

const FixedClock clock2026(1'768'469'443'000);
constexpr std::size_t tooMuch = 1U << 20U; // for a SmallDisk

Artifact artifact(const std::string &name, std::size_t bytes)
{
    return {"json", "json", name, "application/json", std::string(bytes - 1, 'x') + '\n'};
}

QStringList failuresOf(const ExportReport &report)
{
    QStringList failures;
    for (const ExportReport::Failed &failed : report.failures)
        failures.append(QString::fromStdString(failed.filename + ' ' + failed.error.code));
    return failures;
}

ExportReport written(const QString &folder, const std::vector<Artifact> &artifacts,
    FileSystemTelemetryWriter::Existing existing = FileSystemTelemetryWriter::Existing::Overwrite)
{
    TelemetryArtifactWriterAdapter adapter(nullptr, clock2026);
    adapter.add(std::make_shared<FileSystemTelemetryWriter>(folder, existing));
    return adapter.writeAll(artifacts, {});
}

} // namespace

/// Folders that cannot take what is written: what was there stays whole, nothing half-written is left, and
/// the other artifacts are still tried.
class tst_BadOutput : public QObject
{
    Q_OBJECT

private slots:
    void aFullDiskCostsWhatDoesNotFit()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("mounting takes root");
        QVERIFY(written(disk.path(), {artifact("old", 100), artifact("large", 200)}).failures.empty());
        const FileContents before = filesOf(disk.path());

        const ExportReport report =
            written(disk.path(), {artifact("first", 300), artifact("large", tooMuch), artifact("last", 400)});

        QCOMPARE(failuresOf(report), QStringList{QStringLiteral("large write_failed")});
        FileContents expected = before;
        expected.insert(QStringLiteral("first"), QByteArray(299, 'x') + '\n');
        expected.insert(QStringLiteral("last"), QByteArray(399, 'x') + '\n');
        QCOMPARE(differenceOf(filesOf(disk.path()), expected), QByteArray());
    }

    // Whatever space is left, a file is there as a whole or not at all.
    void aDiskThatIsFullAtAnyPoint()
    {
        for (int pieces = 1; pieces <= 14; ++pieces) {
            const SmallDisk disk;
            if (!disk.isThere())
                QSKIP("mounting takes root");
            constexpr std::size_t pieceBytes = 4096;
            QVERIFY(written(disk.path(), {artifact("filler", pieceBytes * static_cast<std::size_t>(pieces))})
                        .failures.empty());

            const ExportReport report = written(disk.path(), {artifact("a", 20'000), artifact("b", 30'000)});

            FileContents files = filesOf(disk.path());
            files.remove(QStringLiteral("filler"));
            QCOMPARE(static_cast<std::size_t>(files.size()), report.written.size());
            QCOMPARE(report.written.size() + report.failures.size(), std::size_t{2});
            for (const ExportReport::Written &file : report.written)
                QCOMPARE(static_cast<std::uint64_t>(QFileInfo(QString::fromStdString(file.path)).size()),
                    file.bytes);
        }
    }

    void aReadOnlyFolderKeepsWhatItHas()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("mounting takes root");
        QVERIFY(written(disk.path(), {artifact("a", 100)}).failures.empty());
        const FileContents before = filesOf(disk.path());
        QVERIFY(disk.makeReadOnly());

        const ExportReport report = written(disk.path(), {artifact("a", 200), artifact("b", 200)});

        QCOMPARE(failuresOf(report).first(), QStringLiteral("a write_failed"));
        QCOMPARE(report.failures.size(), std::size_t{2});
        QVERIFY2(report.failures.back().error.message.ends_with("Read-only file system"),
            report.failures.back().error.message.c_str());
        QCOMPARE(differenceOf(filesOf(disk.path()), before), QByteArray());
    }

    void aFolderThatVanishes_data()
    {
        QTest::addColumn<bool>("replaced"); // by a file
        QTest::addColumn<QStringList>("failures");
        QTest::addColumn<QStringList>("left");

        QTest::addRow("is made again") << false << QStringList() << QStringList{QStringLiteral("c")};
        QTest::addRow("a file in its place")
            << true << QStringList{QStringLiteral("c folder_failed"), QStringLiteral(" sync_failed")}
            << QStringList();
    }

    void aFolderThatVanishes()
    {
        QFETCH(bool, replaced);
        QFETCH(QStringList, failures);
        QFETCH(QStringList, left);
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("out"));
        TelemetryArtifactWriterAdapter adapter(nullptr, clock2026);
        adapter.add(std::make_shared<FileSystemTelemetryWriter>(folder));
        adapter.add("vandal", [&](const Artifact &each, const JsonObject &) -> Result<WrittenArtifact> {
            if (each.filename == "b") {
                QDir(folder).removeRecursively();
                QFile file(folder);
                if (replaced && !file.open(QIODevice::WriteOnly))
                    return failure("vandal", "it did not succeed");
            }
            return WrittenArtifact{each.filename, 0};
        });

        const ExportReport report =
            adapter.writeAll({artifact("a", 10), artifact("b", 10), artifact("c", 10)}, {});

        QCOMPARE(failuresOf(report), failures);
        QCOMPARE(QDir(folder).entryList(QDir::Files), left);
    }
};

QTEST_APPLESS_MAIN(tst_BadOutput)
#include "tst_BadOutput.moc"
