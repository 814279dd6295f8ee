// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ZipReader.h"
#include "core/bundle/BugBundle.h"
#include "core/session/DemoMission.h"
#include "core/session/TimelineBuild.h"
#include "core/session/TimelineReader.h"
#include "tests/support/RandomSession.h"
#include "tests/support/TestJson.h"

#include <QMap>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

SessionTimeline timelineOf(const std::string &text)
{
    const auto built = buildTimeline(SessionInput::fromText("x", text), {});
    if (!built)
        QTest::qFail(built.error().message.c_str(), __FILE__, __LINE__);
    return built->timeline;
}

SessionTimeline demo()
{
    return timelineOf(DemoMission::load("harbour", FactionCatalogue::builtIn()).value().session(1));
}

BugBundle bundleOf(const SessionTimeline &timeline, SessionCut cut = {})
{
    return {timeline, {}, cut, "run.ndjson", "Look at *her*.", FactionCatalogue::builtIn()};
}

/// A bundle, written and opened.
class Opened
{
public:
    explicit Opened(const BugBundle &bundle)
    {
        const std::string path = m_dir.filePath(QStringLiteral("b.zip")).toStdString();
        const auto read =
            bundle.write(path).and_then([&] { return unpack(path); }).and_then([&] { return open(path); });
        if (!read)
            QTest::qFail(read.error().message.c_str(), __FILE__, __LINE__);
    }

    QByteArrayList names;
    QMap<QByteArray, QByteArray> content;
    std::optional<SessionTimeline> timeline;

private:
    Result<void> unpack(const std::string &path)
    {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::ReadOnly))
            return failure("not_there", "it was not written");
        Result<ZipReader> reader = ZipReader::open(file);
        if (!reader)
            return tl::unexpected(reader.error());
        for (const std::string &name : reader->names()) {
            names << QByteArray::fromStdString(name);
            auto read = reader->read(name, [&](std::string_view piece) {
                content[names.back()].append(piece.data(), static_cast<qsizetype>(piece.size()));
                return true;
            });
            if (!read)
                return read;
        }
        return {};
    }

    Result<void> open(const std::string &path)
    {
        const auto input = SessionInput::openFile(path);
        if (!input)
            return tl::unexpected(input.error());
        const auto built = buildTimeline(*input, {});
        if (!built)
            return tl::unexpected(built.error());
        timeline = built->timeline;
        return {};
    }

    QTemporaryDir m_dir;
};

} // namespace

class tst_BugBundle : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatIsNeeded()
    {
        const SessionTimeline timeline = demo();
        const Opened opened(bundleOf(timeline, {200, 300}));
        QCOMPARE(opened.names,
            (QByteArrayList{"session.ndjson", "state-before.json", "state-after.json", "report.html",
                "report.md", "plot-factions.svg", "plot-tutorial.svg", "notes.md", "versions.json"}));
        QCOMPARE(opened.content["notes.md"], QByteArray("Look at *her*.\n"));
        QVERIFY(opened.content["report.html"].contains("<h1>run.ndjson, records 200 to 300</h1>"));
        QVERIFY(opened.content["report.md"].contains("run.ndjson"));
        const JsonValue versions = json(opened.content["versions.json"].toStdString());
        QCOMPARE(shown((*versions.asObject())["records"]),
            QByteArray("{\"first\":200,\"last\":300,\"ofAll\":396}"));
        TimelineReader reader(timeline);
        QVERIFY(json(opened.content["state-before.json"].toStdString()) ==
                snapshotJson(reader.stateAt(199).value().world));
        QVERIFY(json(opened.content["state-after.json"].toStdString()) ==
                snapshotJson(reader.stateAt(300).value().world));
    }

    void theSameCutIsTheSameBytes()
    {
        const SessionTimeline timeline = demo();
        const auto first = bundleOf(timeline, {200, 300}).make();
        const auto second = bundleOf(demo(), {200, 300}).make();
        QVERIFY(first && second);
        QVERIFY(*first == *second);
        QVERIFY(*bundleOf(timeline, {200, 299}).make() != *first);
    }

    void openedOnItsOwnItShowsTheSameStateAtTheSameEvent()
    {
        constexpr int sessions = 12, lines = 40;
        for (int seed = 1; seed <= sessions; ++seed) {
            const SessionTimeline timeline =
                timelineOf(RandomSession(static_cast<std::uint64_t>(seed)).text(lines).toStdString());
            if (timeline.size() < 12)
                continue;
            const SessionCut cut{static_cast<std::uint64_t>(seed), timeline.size() - 2};
            const Opened opened(bundleOf(timeline, cut));
            QVERIFY(opened.timeline);
            TimelineReader whole(timeline);
            TimelineReader alone(*opened.timeline);
            const std::uint64_t shift = opened.timeline->size() - (cut.last - cut.first + 1);
            for (std::uint64_t number = cut.first; number <= cut.last; ++number) {
                const std::uint64_t there = number - cut.first + 1 + shift;
                QVERIFY2(whole.stateAt(number).value().world == alone.stateAt(there).value().world,
                    (std::to_string(seed) + " #" + std::to_string(number)).c_str());
            }
        }
    }

    void markersAreInIt()
    {
        BugBundle bundle = bundleOf(demo(), {200, 300});
        bundle.markers = {{250, 0, "Here it breaks"}};
        QVERIFY(Opened(bundle).content["session.ndjson"].contains("Here it breaks"));
    }

    void nothingIsNoBundle_data()
    {
        QTest::addColumn<quint64>("first");
        QTest::addColumn<quint64>("last");
        QTest::addRow("behind the end") << quint64{400} << quint64{500};
        QTest::addRow("the wrong way") << quint64{20} << quint64{10};
    }

    void nothingIsNoBundle()
    {
        QFETCH(quint64, first);
        QFETCH(quint64, last);
        const auto made = bundleOf(demo(), {first, last}).make();
        QVERIFY(!made);
        QCOMPARE(QByteArray::fromStdString(made.error().code), QByteArray("nothing_to_bundle"));
    }
};

QTEST_APPLESS_MAIN(tst_BugBundle)
#include "tst_BugBundle.moc"
