// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SessionLoader.h"
#include "core/session/TimelineReader.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

bool never()
{
    return false;
}

SessionLoader::Options options()
{
    return {{}, {}, FactionCatalogue::builtIn()};
}

/// A file that a test writes to while it is read.
class GrowingFile
{
public:
    explicit GrowingFile(const QByteArray &content) { append(content); }

    void append(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("s.ndjson")); }
    [[nodiscard]] std::unique_ptr<SessionLoader> loader() const
    {
        auto loader = SessionLoader::open(*SessionInput::openFile(path().toStdString()), options());
        return loader ? std::move(*loader) : nullptr;
    }

private:
    QTemporaryDir m_folder;
};

QByteArray markers(int count)
{
    return QByteArray("{\"type\":\"marker\",\"timestamp\":1,\"label\":\"x\"}\n").repeated(count);
}

} // namespace

class tst_SessionLoader : public QObject
{
    Q_OBJECT

private slots:
    void readsAllThatIsThere()
    {
        const QByteArray text = RandomSession(3).text(2000);
        const PlayedSession played(text);
        const GrowingFile file(text);
        const auto loader = file.loader();
        QVERIFY(loader != nullptr);

        QCOMPARE(loader->readSome(never).value(), false);

        QCOMPARE(loader->timeline().size(), std::uint64_t{played.records.size()});
        QVERIFY(loader->state().world == played.states.back().world);
        QCOMPARE(loader->report().issues, played.report.issues);
        QCOMPARE(loader->growth(), SessionLoader::Growth::None);
    }

    void stopsWhenItIsEnough()
    {
        const GrowingFile file(markers(5000));
        const auto loader = file.loader();

        QCOMPARE(loader->readSome([] { return true; }).value(), true);
        const std::uint64_t some = loader->timeline().size();
        QVERIFY(some > 0 && some < 5000);
        while (loader->readSome([] { return true; }).value()) {
        }
        QCOMPARE(loader->timeline().size(), std::uint64_t{5000});
    }

    void goesOnWhereTheFileGrows()
    {
        const GrowingFile file(markers(3) + markers(1).left(10));
        const auto loader = file.loader();
        QCOMPARE(loader->readSome(never).value(), false);
        QCOMPARE(loader->timeline().size(), std::uint64_t{3});
        QCOMPARE(loader->report().skippedLines, std::uint64_t{1});

        file.append(markers(1).mid(10) + markers(2));
        QCOMPARE(loader->growth(), SessionLoader::Growth::Grown);
        QVERIFY(loader->resume());
        QCOMPARE(loader->readSome(never).value(), false);

        QCOMPARE(loader->timeline().size(), std::uint64_t{6});
        QCOMPARE(loader->report().skippedLines, std::uint64_t{0});
        TimelineReader reader(loader->timeline());
        QCOMPARE(QByteArray::fromStdString(reader.textAt(4).value()), markers(1).trimmed());
    }

    void noticesWhatBecomesOfTheFile()
    {
        const GrowingFile file(markers(3));
        const auto loader = file.loader();
        QCOMPARE(loader->readSome(never).value(), false);

        QVERIFY(QFile::resize(file.path(), 10));
        QCOMPARE(loader->growth(), SessionLoader::Growth::Shrunk);
        QVERIFY(QFile::resize(file.path(), markers(3).size()));
        QVERIFY(QFile::rename(file.path(), file.path() + QStringLiteral(".old")));
        QCOMPARE(loader->growth(), SessionLoader::Growth::Gone);
        file.append(markers(3));
        QCOMPARE(loader->growth(), SessionLoader::Growth::Replaced);
    }

    void whatIsNoFileDoesNotGrow()
    {
        auto loader =
            SessionLoader::open(SessionInput::fromText("demo", markers(2).toStdString()), options());
        QVERIFY(loader.has_value());
        QCOMPARE((*loader)->readSome(never).value(), false);

        QCOMPARE((*loader)->timeline().size(), std::uint64_t{2});
        QCOMPARE((*loader)->growth(), SessionLoader::Growth::None);
    }
};

QTEST_APPLESS_MAIN(tst_SessionLoader)
#include "tst_SessionLoader.moc"
