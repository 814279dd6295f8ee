// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotLock.h"
#include "tests/support/KilledProcess.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace inspector;

namespace {

void neverWaits(std::chrono::milliseconds /*time*/)
{
    QTest::qFail("the lock was to be had at once", __FILE__, __LINE__);
}

std::string codeOf(const Result<SlotLock> &lock)
{
    return lock ? std::string() : lock.error().code;
}

} // namespace

class tst_SlotLock : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void oneAfterTheOther()
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(codeOf(SlotLock::acquire(m_dir->path(), neverWaits)), std::string());
    }

    void foldersDoNotConcernEachOther()
    {
        const QTemporaryDir other;
        const auto lock = SlotLock::acquire(m_dir->path(), neverWaits);

        QCOMPARE(codeOf(SlotLock::acquire(other.path(), neverWaits)), std::string());
        QVERIFY(lock);
    }

    void givesUpAfterAWhile()
    {
        const auto lock = SlotLock::acquire(m_dir->path(), neverWaits);
        std::chrono::milliseconds waited{0};

        const auto second =
            SlotLock::acquire(m_dir->path(), [&](std::chrono::milliseconds time) { waited += time; });

        QVERIFY(lock);
        QCOMPARE(codeOf(second), std::string("slots_busy"));
        QVERIFY(second.error().message.starts_with(m_dir->path().toStdString()));
        QCOMPARE(waited.count(), (SlotLock::maxAttempts - 1) * SlotLock::pause.count());
    }

    void waitsForTheOther()
    {
        std::optional<Result<SlotLock>> first = SlotLock::acquire(m_dir->path(), neverWaits);
        int waits = 0;

        const auto second = SlotLock::acquire(m_dir->path(), [&](std::chrono::milliseconds) {
            if (++waits == 3)
                first.reset();
        });

        QCOMPARE(codeOf(second), std::string());
        QCOMPARE(waits, 3);
    }

    void whoWaitsIsNext()
    {
        std::optional<Result<SlotLock>> first = SlotLock::acquire(m_dir->path(), neverWaits);
        std::string latecomer;

        const auto second = SlotLock::acquire(m_dir->path(), [&](std::chrono::milliseconds) {
            first.reset();
            latecomer = codeOf(SlotLock::acquire(m_dir->path(), [](std::chrono::milliseconds) {}));
        });

        QCOMPARE(latecomer, std::string("slots_busy"));
        QCOMPARE(codeOf(second), std::string());
    }

    void aLockFileThatIsRemovedKeepsNobodyOutLater()
    {
        std::optional<Result<SlotLock>> first = SlotLock::acquire(m_dir->path(), neverWaits);
        QVERIFY(QFile::remove(lockPath()));
        const auto second = SlotLock::acquire(m_dir->path(), neverWaits);

        first.reset();
        int waits = 0;
        const auto third = SlotLock::acquire(m_dir->path(), [&](std::chrono::milliseconds) { ++waits; });

        QCOMPARE(codeOf(second), std::string());
        QCOMPARE(codeOf(third), std::string("slots_busy"));
        QVERIFY(waits > 0);
    }

    void aProcessThatDiesLeavesNoLock()
    {
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        ChildProcess child([&] {
            const auto lock = SlotLock::acquire(m_dir->path(), [](std::chrono::milliseconds) {});
            const char told = lock ? 'y' : 'n';
            return ::write(pipe[1], &told, 1) == 1 ? ::pause() : 1;
        });
        char told = 0;
        QCOMPARE(::read(pipe[0], &told, 1), ssize_t{1});
        QCOMPARE(told, 'y');
        QCOMPARE(codeOf(SlotLock::acquire(m_dir->path(), [](std::chrono::milliseconds) {})),
            std::string("slots_busy"));

        child.kill();

        QCOMPARE(codeOf(SlotLock::acquire(m_dir->path(), neverWaits)), std::string());
        ::close(pipe[0]);
        ::close(pipe[1]);
    }

    void placesThatTakeNoLock_data()
    {
        QTest::addColumn<QByteArray>("what");

        QTest::addRow("a folder that is missing") << QByteArray("missing");
        QTest::addRow("a link under the lock's name") << QByteArray("link");
        QTest::addRow("a folder under the lock's name") << QByteArray("folder");
    }

    void placesThatTakeNoLock()
    {
        QFETCH(QByteArray, what);
        const QString outside = m_dir->filePath(QStringLiteral("outside"));
        if (what == "link")
            QVERIFY(QFile::link(outside, lockPath()));
        if (what == "folder")
            QVERIFY(QDir().mkdir(lockPath()));

        const auto lock = SlotLock::acquire(
            what == "missing" ? m_dir->filePath(QStringLiteral("none")) : m_dir->path(), neverWaits);

        QCOMPARE(codeOf(lock), std::string("lock_failed"));
        QVERIFY(!QFile::exists(outside));
    }

private:
    [[nodiscard]] QString lockPath() const { return m_dir->filePath(QStringLiteral(".save_lock")); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_APPLESS_MAIN(tst_SlotLock)
#include "tst_SlotLock.moc"
