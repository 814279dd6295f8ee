// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FixedClock.h"
#include "core/base/StopFlag.h"
#include "core/telemetry/TelemetryExportTask.h"
#include "tests/support/FileContents.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <semaphore>
#include <thread>

using namespace inspector;

namespace {

const FixedClock clock2026(1'768'469'443'000);

/// A snapshot record, and behind it more events than are read in one go.
QByteArray session()
{
    return QByteArray("{\"type\":\"snapshot\",\"timestamp\":1,\"snapshot\":{}}\n") +
           QByteArray("{\"type\":\"event\",\"timestamp\":2,\"event\":\"reputation:changed\",\"payload\":"
                      "{\"factionId\":\"a\",\"newFame\":1}}\n")
               .repeated(20'000);
}

/// Asks for a stop from a thread of its own, once the export is in the middle of an artifact, which goes on
/// only then. Nothing but the flag tells the export that it was asked.
class StopInTheMiddle
{
public:
    explicit StopInTheMiddle(ExportRequest &request)
        : m_thread([this] {
            m_isInTheMiddle.acquire();
            m_stop.request();
        })
    {
        request.stop = &m_stop;
        request.onEvent = [this](const Event &) {
            std::call_once(m_told, [this] { m_isInTheMiddle.release(); });
            while (!m_stop.isRequested())
                std::this_thread::yield();
        };
    }
    ~StopInTheMiddle()
    {
        std::call_once(m_told, [this] { m_isInTheMiddle.release(); }); // where no event came
        m_thread.join();
    }
    StopInTheMiddle(const StopInTheMiddle &) = delete;
    StopInTheMiddle &operator=(const StopInTheMiddle &) = delete;

private:
    StopFlag m_stop;
    std::once_flag m_told;
    std::binary_semaphore m_isInTheMiddle{0};
    std::thread m_thread;
};

} // namespace

/// A stop that another thread asks for while an export runs.
class tst_StoppedExport : public QObject
{
    Q_OBJECT

private slots:
    void endsInTheMiddleOfAnInput()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir, 2);
        request.snapshots = SnapshotChoice();
        ExportOutcome outcome;
        {
            const StopInTheMiddle stop(request);
            outcome = TelemetryExportTask(clock2026).run(request);
        }

        QCOMPARE(outcome.exitCode(), ExitCode::Interrupted);
        QCOMPARE(errorsOf(outcome), QByteArrayList({"interrupted", "interrupted"}));
        // What was being written is whole, and nothing else was begun.
        QCOMPARE(filesOf(dir.filePath(QStringLiteral("out"))).keys(),
            QStringList{QStringLiteral("p-0-snap1-snapshot-20260115T093043Z.json")});
        QCOMPARE(outcome.inputs.at(0).files.size(), std::size_t{1});
        QCOMPARE(filesOf(dir.filePath(QStringLiteral("out"))).first().size(),
            static_cast<qsizetype>(outcome.inputs.at(0).files.at(0).bytes));
    }

    void leavesNoCopyOfASessionHalfWritten()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir, 1);
        request.snapshots = SnapshotChoice();
        request.sessionOut = dir.filePath(QStringLiteral("copy.ndjson")).toStdString();
        ExportOutcome outcome;
        {
            const StopInTheMiddle stop(request);
            outcome = TelemetryExportTask(clock2026).run(request);
        }

        QCOMPARE(errorsOf(outcome), QByteArrayList{"interrupted"});
        QCOMPARE(filesOf(dir.path()).keys(), QStringList{QStringLiteral("0")});
    }

    /// Each thread ends the input that it has at the next look at the flag, and begins no other one.
    void endsAllThreads()
    {
        constexpr int inputs = 12;
        constexpr std::size_t jobs = 4;
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir, inputs);
        request.snapshots = SnapshotChoice();
        request.jobs = jobs;
        ExportOutcome outcome;
        {
            const StopInTheMiddle stop(request);
            outcome = TelemetryExportTask(clock2026).run(request);
        }

        QCOMPARE(outcome.exitCode(), ExitCode::Interrupted);
        QCOMPARE(errorsOf(outcome), QByteArrayList(inputs, "interrupted"));
        std::size_t written = 0;
        for (const InputOutcome &input : outcome.inputs)
            written += input.files.size();
        QVERIFY(written >= 1);
        QVERIFY(written <= jobs);
        QCOMPARE(filesOf(dir.filePath(QStringLiteral("out"))).size(), static_cast<qsizetype>(written));
    }

private:
    static ExportRequest requestIn(const QTemporaryDir &dir, int inputs)
    {
        ExportRequest request;
        request.artifactDir = dir.filePath(QStringLiteral("out")).toStdString();
        request.formats = {ArtifactFormat::Snapshot};
        request.prefix = "p";
        const QByteArray content = session();
        for (int i = 0; i < inputs; ++i) {
            QFile file(dir.filePath(QString::number(i)));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                QTest::qFail("an input was not written", __FILE__, __LINE__);
            request.files.push_back(file.fileName().toStdString());
        }
        return request;
    }

    static QByteArrayList errorsOf(const ExportOutcome &outcome)
    {
        QByteArrayList codes;
        for (const InputOutcome &input : outcome.inputs)
            codes.append(input.error ? QByteArray::fromStdString(input.error->code) : QByteArray("-"));
        return codes;
    }
};

QTEST_APPLESS_MAIN(tst_StoppedExport)
#include "tst_StoppedExport.moc"
