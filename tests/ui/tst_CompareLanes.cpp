// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/ComparedSession.h"
#include "ui/common/Words.h"
#include "ui/compare/CompareLanes.h"

#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

/// Words stand for records, one each `between` ms: `a=5` for the fame of a faction, `a+` and `a-` for its
/// attitude friendly and hostile, `A` for the start of a step, `.A` for its end and `m` for any other event.
QByteArray sessionOf(const QByteArray &words, int first, int between)
{
    QByteArray text;
    for (const QByteArray &word : words.split(' ')) {
        const QByteArray name = word.left(1);
        const auto event = [&](const char *type, const QByteArray &payload) {
            text += QByteArray("{'type':'event','timestamp':") + QByteArray::number(first) + ",'event':'" +
                    type + "','payload':{" + payload + "}}\n";
            first += between;
        };
        if (name == ".")
            event("tutorial:step_completed", "'stepId':'" + word.mid(1) + "'");
        else if (word.contains('='))
            event("reputation:changed", "'factionId':'" + name + "','newInfamy':0,'newFame':" + word.mid(2));
        else if (word.size() == 2)
            event("faction:attitude_changed", "'factionId':'" + name + "','newAttitude':'" +
                                                  (word.endsWith('+') ? "friendly" : "hostile") + "'");
        else if (name >= "A" && name <= "Z")
            event("tutorial:step_started", "'stepId':'" + name + "'");
        else
            event("player:moved", {});
    }
    return text.replace('\'', '"');
}

/// Two sessions side by side. A record of the head is each 100 ms from 0 on; those of the base are elsewhere.
class SideBySide
{
public:
    SideBySide(const QByteArray &baseWords, const QByteArray &headWords, const QByteArray &by)
    {
        const ComparedSession base = read(QStringLiteral("base"), sessionOf(baseWords, 70'000, 7));
        const ComparedSession head = read(QStringLiteral("head"), sessionOf(headWords, firstTime, 100));
        frame.timeline = head.timeline;
        frame.tracks = std::make_shared<const SessionTracks>(head.outline->tracks);
        auto made = AlignedComparison::of(base.outline, head.outline, catalogue,
            SessionAlignment::Choice::parse(by.toStdString()).value(), PathPatterns::times());
        if (made)
            comparison = std::make_unique<AlignedComparison>(std::move(*made));
        else
            QTest::qFail(made.error().message.c_str(), __FILE__, __LINE__);
    }

    /// The lane of a faction; that of the steps, which is the first, where `id` is empty.
    [[nodiscard]] LaneContent lane(const QByteArray &id, double begin, double end) const
    {
        const TrackAxis axis(
            TrackAxis::Unit::Time, frame.timeline->index(), {firstTime + begin, firstTime + end});
        for (LaneContent &each : compareLanes(frame, *comparison, {catalogue, Theme::light(), axis, width})) {
            if (id.isEmpty() || each.id == words::text(id.toStdString()))
                return std::move(each);
        }
        QTest::qFail("no such lane", __FILE__, __LINE__);
        return {};
    }

    static constexpr double firstTime = 1000;
    static constexpr int width = 4000; // pixels: no two places fall into one

    const FactionCatalogue catalogue = FactionCatalogue::builtIn();
    InspectorFrame frame;
    std::unique_ptr<AlignedComparison> comparison;

private:
    [[nodiscard]] ComparedSession read(const QString &name, const QByteArray &text) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(text) != text.size())
            QTest::qFail("not written", __FILE__, __LINE__);
        return ComparedSession::read(file.fileName().toStdString(), catalogue, PathPatterns::times(), {})
            .value();
    }

    QTemporaryDir m_dir;
};

QByteArray number(double x)
{
    return QByteArray::number(qRound(x));
}

/// "0:10 200:20", the values from where on they are.
QByteArray shown(const PlotSteps &steps)
{
    QByteArrayList all;
    for (const PlotStep &step : steps)
        all << number(step.x - SideBySide::firstTime) + ':' + (step.hasValue ? number(step.y) : "-");
    return all.join(' ');
}

/// "0-200 200-300"
QByteArray shown(const std::vector<LaneContent::Span> &spans)
{
    QByteArrayList all;
    for (const LaneContent::Span &span : spans)
        all << number(span.begin - SideBySide::firstTime) + '-' + number(span.end - SideBySide::firstTime);
    return all.join(' ');
}

} // namespace

class tst_CompareLanes : public QObject
{
    Q_OBJECT

private slots:
    void theBaseStandsWhereTheHeadIsTheSame_data()
    {
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("id"); // of the lane; empty for the steps
        QTest::addColumn<QByteArray>("points");
        QTest::addColumn<QByteArray>("spans");
        const auto row = [](const char *name, const char *by, const char *base, const char *head,
                             const char *id, const char *points, const char *spans) {
            QTest::newRow(name) << QByteArray(by) << QByteArray(base) << QByteArray(head) << QByteArray(id)
                                << QByteArray(points) << QByteArray(spans);
        };
        row("the same", "events", "a=1 m a=2 m", "a=1 m a=2 m", "a", "0:1 200:2 300:2", "");
        row("inserted", "events", "a=1 a=2", "a=1 m m a=3", "a", "0:1 300:2", "");
        row("missing", "events", "a=1 b=5 a=2", "a=1 a=2", "b", "0:5 100:5", "");
        row("many are missing at one place", "events", "a=1 b=5 b=6 m", "a=1 m", "b", "0:5 0:6 100:6", "");
        row("repeated", "events", "a=1 b=2 a=3", "a=1 b=2 b=2 a=3", "a", "0:1 300:3", "");
        row("repeated itself", "events", "m b=2 a=3", "m b=2 b=2 a=3", "b", "100:2 300:2", "");
        row("by number", "number", "a=1 m a=2 m", "m m m m m m", "a", "0:1 200:2 500:2", "");
        row("the base is longer", "number", "a=1 m a=2 a=3", "m m", "a", "0:1 100:2 100:3", "");
        row("attitudes, inserted", "events", "a+ m a- m", "a+ x m a- m", "a", "", "0-300 300-400");
        row("attitudes, missing", "events", "m a+ b- m", "m m m", "b", "", "0-200");
        row("attitudes, repeated", "events", "a+ m a- m", "a+ m m a- m", "a", "", "0-300 300-400");
        row("steps, inserted", "events", "A m .A B m .B", "A m m .A B m m .B", "", "", "0-300 400-700");
        row("steps, missing", "events", "m A .A B m .B", "m B m .B", "", "", "0-0 100-300");
        row("steps, repeated", "events", "A .A m B .B m", "A .A A .A m B .B m", "", "", "0-100 500-600");
        row("steps, left and running", "step", "A m B m", "A m m m m B m m m", "", "", "0-500 500-800");
    }

    void theBaseStandsWhereTheHeadIsTheSame()
    {
        QFETCH(QByteArray, by);
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, points);
        QFETCH(QByteArray, spans);
        const SideBySide both(base, head, by);
        const LaneContent lane = both.lane(id, 0, 100.0 * static_cast<double>(both.frame.size() - 1));

        QCOMPARE(shown(lane.thinSolid), points);
        QCOMPARE(shown(lane.thinSpans), spans);
    }

    void onlyWhatIsInEffectWhereItIsVisibleIsMade()
    {
        const SideBySide both("a=1 a=2 m a=3 m a=4 m", "a=1 a=2 m m a=3 m a=4 m", "events");
        QCOMPARE(shown(both.lane("a", 250, 450).thinSolid), QByteArray("100:2 400:3 450:3"));
    }

    void whatBothHaveAtTheCursorStandsBesideTheLanes_data()
    {
        QTest::addColumn<quint64>("cursor");
        QTest::addColumn<QString>("chip");
        QTest::addColumn<QString>("detail");
        QTest::addRow("none has") << quint64{1} << QString() << QStringLiteral("as in the base");
        QTest::addRow("only the head has")
            << quint64{2} << words::attitude("friendly") << QStringLiteral("base: no data yet");
        QTest::addRow("the same") << quint64{5} << words::attitude("friendly")
                                  << QStringLiteral("as in the base");
        QTest::addRow("another") << quint64{7} << words::attitude("friendly")
                                 << QStringLiteral("base: ") + words::attitude("hostile");
    }

    void whatBothHaveAtTheCursorStandsBesideTheLanes()
    {
        QFETCH(quint64, cursor);
        QFETCH(QString, chip);
        QFETCH(QString, detail);
        SideBySide both("m m m m a+ m a-", "m a+ m m m m m", "number");
        both.frame.cursor = cursor;

        const std::vector<LaneHead> heads =
            compareHeads(both.frame, *both.comparison, both.catalogue, Theme::light(), QStringLiteral("a"));
        QCOMPARE(heads.size(), std::size_t{2}); // that of the steps first
        QCOMPARE(heads.back(),
            (LaneHead{QStringLiteral("a"), chip,
                chip.isEmpty() ? QColor() : Theme::light().attitude("friendly"), detail, true}));
    }
};

QTEST_MAIN(tst_CompareLanes)
#include "tst_CompareLanes.moc"
