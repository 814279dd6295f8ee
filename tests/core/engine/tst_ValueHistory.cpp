// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"
#include "tests/support/EngineHarness.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

// Wraith turns hostile with #5, since the Vanguard gained fame with #4.
constexpr const char *session = R"(
{"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"wraith","newFame":10,"newInfamy":0}}
{"type":"event","timestamp":2,"event":"reputation:changed","payload":{"factionId":"wraith","newFame":12,"newInfamy":0}}
{"type":"event","timestamp":3,"event":"reputation:changed","payload":{"factionId":"wraith","newFame":12,"newInfamy":3}}
{"type":"event","timestamp":4,"event":"reputation:changed","payload":{"factionId":"vanguard","newFame":80,"newInfamy":0}}
{"type":"event","timestamp":5,"event":"faction:attitude_changed","payload":{"factionId":"wraith","oldAttitude":"neutral","newAttitude":"hostile","cascade":true,"source":"vanguard"}}
{"type":"event","timestamp":6,"event":"reputation:changed","payload":{"factionId":"wraith","newFame":2,"newInfamy":3}}
)";

/// "12 | 1:10 2:12 | next 6 | set by 2 | from 4", what is absent left out.
QString textOf(const ValueHistory &history)
{
    const auto text = [](const JsonValue &value) {
        return QString::fromStdString(toJsonText(value, JsonLayout::Compact));
    };
    QStringList changes;
    for (const ValueHistory::Change &change : history.changes)
        changes << QStringLiteral("%1:%2").arg(change.number).arg(text(change.value));
    QStringList parts{text(history.value), changes.join(QLatin1Char(' '))};
    if (!history.isWhole)
        parts << QStringLiteral("more");
    if (history.next)
        parts << QStringLiteral("next %1").arg(*history.next);
    if (history.setBy)
        parts << QStringLiteral("set by %1").arg(history.setBy->number);
    if (history.origin)
        parts << QStringLiteral("from %1").arg(history.origin->number);
    if (history.error)
        parts << QString::fromStdString(history.error->code);
    return parts.join(QStringLiteral(" | "));
}

} // namespace

class tst_ValueHistory : public QObject
{
    Q_OBJECT

    static std::vector<ValueHistory> ask(EngineHarness &harness, EngineRequests::Values question)
    {
        const std::uint64_t request = question.request;
        harness.engine.askValues(std::move(question));
        return *harness.waitFor([&](const InspectorFrame &frame) { return frame.valuesRequest == request; })
                    ->values;
    }

private slots:
    void initTestCase()
    {
        QFile file(m_folder.filePath(QStringLiteral("s.ndjson")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(session + 1);
        m_source = {SessionSource::Kind::File, file.fileName().toStdString(), {}, 1};
    }

    void tellsHowAValueCameToBe_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("history");
        const QString fame = QStringLiteral("factions.byId.wraith.fame");

        QTest::addRow("its changes up to a record") << fame << 5 << 9 << "12 | 1:10 2:12 | next 6 | set by 2";
        QTest::addRow("no more of them than wanted") << fame << 6 << 2 << "2 | 2:12 6:2 | more | set by 6";
        QTest::addRow("as many as wanted, though there may be more")
            << fame << 5 << 2 << "12 | 1:10 2:12 | more | next 6 | set by 2";
        QTest::addRow("what it cascaded from")
            << "factions.byId.wraith.attitude" << 6 << 9
            << "\"hostile\" | 1:\"neutral\" 5:\"hostile\" | set by 5 | from 4";
        QTest::addRow("before it was set") << fame << 0 << 9 << "null |  | next 1";
        QTest::addRow("what there is not") << "factions.byId.nobody.fame" << 6 << 9 << "null | ";
        QTest::addRow("behind the end") << fame << 60 << 1 << "2 | 6:2 | more | set by 6";
    }

    void tellsHowAValueCameToBe()
    {
        QFETCH(QString, path);
        QFETCH(int, number);
        QFETCH(int, most);
        QFETCH(QString, history);
        EngineHarness harness;
        harness.engine.open(m_source);
        harness.waitUntilRead();
        ValuePath parts;
        for (const QString &part : path.split(QLatin1Char('.')))
            parts.push_back(part.toStdString());

        const auto answer =
            ask(harness, {1, static_cast<std::uint64_t>(number), {parts}, static_cast<std::size_t>(most)});

        QCOMPARE(answer.size(), std::size_t{1});
        QCOMPARE(answer.front().path, parts);
        QCOMPARE(textOf(answer.front()), history);
    }

    void answersTheNewestQuestionWhole()
    {
        EngineHarness harness;
        harness.engine.open(m_source);
        harness.waitUntilRead();
        harness.engine.askValues({1, 6, {{"tutorial"}}, 1});

        const auto answer = ask(harness, {2, 6, {{"factions", "byId", "wraith", "fame"}, {"factions"}}, 1});

        QCOMPARE(answer.size(), std::size_t{2});
        QCOMPARE(answer[0].setBy->number, std::uint64_t{6});
        QCOMPARE(answer[1].setBy->number, std::uint64_t{6});
    }

private:
    QTemporaryDir m_folder;
    SessionSource m_source;
};

QTEST_GUILESS_MAIN(tst_ValueHistory)
#include "tst_ValueHistory.moc"
