// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ColdFile.h"
#include "tests/support/ChangedVariable.h"
#include "tests/support/FileSizeLimit.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>
#include <vector>

using namespace inspector;

namespace {

QByteArray bytesAt(const std::shared_ptr<const void> &kept, std::size_t size)
{
    return {static_cast<const char *>(kept.get()), static_cast<qsizetype>(size)};
}

std::shared_ptr<const void> keep(ColdFile &file, const QByteArray &bytes)
{
    return file.keep(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

/// Memory of this process that shows files, bytes.
std::size_t shownFileBytes()
{
    constexpr std::size_t kibibyte = 1024;
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("RssFile:"))
            return kibibyte * line.simplified().split(' ')[1].toULongLong();
    }
    return 0;
}

} // namespace

class tst_ColdFile : public QObject
{
    Q_OBJECT

private slots:
    void givesBack_data()
    {
        QTest::addColumn<QList<qsizetype>>("sizes");

        QTest::addRow("one byte") << QList<qsizetype>{1};
        QTest::addRow("sizes that fill no line") << QList<qsizetype>{1, 63, 65, 4097, 3};
        QTest::addRow("more than a window")
            << QList<qsizetype>{40 << 20, 40 << 20, qsizetype{ColdFile::windowBytes}, 5};
    }

    void givesBack()
    {
        QFETCH(QList<qsizetype>, sizes);
        constexpr std::uintptr_t alignment = 64;
        ColdFile file;
        std::vector<std::pair<std::shared_ptr<const void>, QByteArray>> all;
        for (const qsizetype size : sizes) {
            const QByteArray bytes(size, static_cast<char>('a' + all.size()));
            all.emplace_back(keep(file, bytes), bytes);
        }

        for (const auto &[kept, bytes] : all) {
            QVERIFY(kept != nullptr);
            QCOMPARE(reinterpret_cast<std::uintptr_t>(kept.get()) % alignment, std::uintptr_t{0});
            QVERIFY(bytesAt(kept, static_cast<std::size_t>(bytes.size())) == bytes);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("hasFolder");

        QTest::addRow("more than it can show at once") << qsizetype{ColdFile::windowBytes + 1} << true;
        QTest::addRow("anything where no file can be made") << qsizetype{1} << false;
    }

    void refuses()
    {
        QFETCH(qsizetype, size);
        QFETCH(bool, hasFolder);
        std::vector<std::unique_ptr<ChangedVariable>> changed;
        if (!hasFolder) {
            for (const char *name : {"XDG_CACHE_HOME", "HOME", "TMPDIR"})
                changed.push_back(std::make_unique<ChangedVariable>(name, "/dev/null/nowhere"));
        }
        ColdFile file;

        QVERIFY(keep(file, QByteArray(size, 'x')) == nullptr);
        QCOMPARE(file.size(), std::uint64_t{0});
    }

    void whatWasKeptOutlivesAFullDiskAndTheFile()
    {
        std::shared_ptr<const void> kept;
        std::shared_ptr<const void> cut;
        std::shared_ptr<const void> later;
        {
            ColdFile file;
            kept = keep(file, QByteArray(100, 'k'));
            {
                const FileSizeLimit limit(150);
                cut = keep(file, QByteArray(100, 'c'));
            }
            later = keep(file, QByteArray(1, 'l')); // it stays away from a disk that was full
        }

        QCOMPARE(bytesAt(kept, 100), QByteArray(100, 'k'));
        QVERIFY(cut == nullptr);
        QVERIFY(later == nullptr);
    }

    void leavesNothingBehind()
    {
        const QTemporaryDir folder;
        const ChangedVariable cache("XDG_CACHE_HOME", folder.path().toUtf8());
        const QDir where(folder.path() + QStringLiteral("/telemetry-inspector"));
        ColdFile file;

        const auto kept = keep(file, QByteArray(100, 'k'));

        QVERIFY(kept != nullptr);
        QVERIFY(where.exists());
        QCOMPARE(where.entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void restingGivesMemoryBack()
    {
        constexpr std::size_t size = 32U << 20U;
        ColdFile file;
        const auto kept = keep(file, QByteArray(qsizetype{size}, 'k'));
        QVERIFY(bytesAt(kept, size).count('k') == qsizetype{size});
        const std::size_t awake = shownFileBytes();
        QVERIFY(awake >= size);

        file.rest();

        QVERIFY(shownFileBytes() <= awake - size / 2);
        QVERIFY(bytesAt(kept, size).count('k') == qsizetype{size});
    }
};

QTEST_APPLESS_MAIN(tst_ColdFile)
#include "tst_ColdFile.moc"
