// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"
#include "core/session/ReadAhead.h"
#include "tests/support/FailingDevice.h"
#include "tests/support/RandomSession.h"
#include "tests/support/ShownIssue.h"

#include <QBuffer>
#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

#include <limits>
#include <stdexcept>
#include <string_view>
#include <utility>

using namespace inspector;

namespace {

constexpr qint64 unlimited = std::numeric_limits<qint64>::max();

QByteArray countsOf(const ReadReport &report)
{
    QByteArray text;
    for (const std::uint64_t count : {report.records, report.events, report.unknownEvents, report.snapshots,
             report.markers, report.gaps, report.unknownRecords, report.warnings, report.skippedLines})
        text.append(QByteArray::number(static_cast<qulonglong>(count))).append(' ');
    return text + QByteArray::number(report.issues.size());
}

/// What is told of a record, and of all that was read up to it. As text, so that nothing of the record is
/// held: its memory serves again.
QByteArray shown(const SessionRecord &record, const RecordPlace &place, const ReadReport &report)
{
    QByteArray text;
    for (const std::uint64_t number : {record.number, record.line, place.offset, place.length})
        text.append(QByteArray::number(static_cast<qulonglong>(number))).append(' ');
    for (const JsonValue &value : {JsonValue(record.typeName), JsonValue(record.timestamp),
             JsonValue(record.seq), JsonValue(record.event), record.payload, record.body})
        text.append(QByteArray::fromStdString(toJsonText(value, JsonLayout::Compact))).append(' ');
    return text + countsOf(report);
}

/// All that a reader tells, up to the end.
struct Told
{
    QByteArrayList lines; // one a record, one for the end, then the issues

    void end(const Result<bool> &more, const ReadReport &report)
    {
        lines.append(countsOf(report));
        if (!more)
            lines.append(QByteArray::fromStdString(more.error().code + ": " + more.error().message));
        lines += shownIssues(report.issues);
    }
};

Told readAll(SessionReader &reader)
{
    Told told;
    SessionRecord record;
    Result<bool> more = reader.next(record);
    for (; more && *more; more = reader.next(record)) {
        reader.report().unknownEvents += record.event ? 1 : 0; // as whoever plays it may add
        told.lines.append(shown(record, reader.recordPlace(), reader.report()));
    }
    told.end(more, reader.report());
    return told;
}

Told readAll(ReadAhead &records)
{
    Told told;
    Result<bool> more = records.next();
    for (; more && *more; more = records.next()) {
        records.report().unknownEvents += records.record().event ? 1 : 0;
        told.lines.append(shown(records.record(), records.recordPlace(), records.report()));
    }
    told.end(more, records.report());
    return told;
}

/// A device at its start.
class OpenBuffer final : public QBuffer
{
public:
    explicit OpenBuffer(const QByteArray &text)
    {
        setData(text);
        open(QIODevice::ReadOnly);
    }
};

/// A filter that keeps no memory of its own of what was asked.
bool wantsSome(std::string_view event)
{
    return event.size() % 2 == 0;
}

QByteArray marker(const QByteArray &label)
{
    return "{\"type\":\"marker\",\"timestamp\":1,\"label\":\"" + label + "\"}\n";
}

} // namespace

class tst_ReadAhead : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatAReaderTells_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("readableBytes");
        QTest::addRow("nothing") << QByteArray() << unlimited;
        for (const int records : {1, 511, 512, 513, 1024, 5000})
            QTest::addRow("%d markers", records) << marker("x").repeated(records) << unlimited;
        for (int seed = 1; seed <= 10; ++seed)
            QTest::addRow("random session %d", seed)
                << RandomSession(static_cast<std::uint64_t>(seed)).text(400 * seed) << unlimited;
        QTest::addRow("more oddities than are kept")
            << QByteArray("{\"type\":\"marker\"}\nno record\n{\"type\":\"gap\"}\n").repeated(2000)
            << unlimited;
        QTest::addRow("large records") << marker(QByteArray(400'000, 'x')).repeated(12) << unlimited;
        QTest::addRow("a cut off end") << marker("x").repeated(2000) + "{\"type\":\"mar" << unlimited;
        QTest::addRow("a snapshot") << QByteArray(R"({"factions":{}})") << unlimited;
        QTest::addRow("no session") << QByteArray("neither\n").repeated(2000) << unlimited;
        QTest::addRow("a later format behind many records")
            << marker("x").repeated(2000) + "{\"type\":\"session\",\"schema\":\"telemetry-session/2\"}\n"
            << unlimited;
        QTest::addRow("a disk that fails") << marker("x").repeated(60'000) << qint64{2'000'000};
    }

    void tellsWhatAReaderTells()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, readableBytes);
        FailingDevice device(text, readableBytes);
        QVERIFY(device.open(QIODevice::ReadOnly));
        SessionReader reader(device, {77, wantsSome});
        const QByteArrayList expected = readAll(reader).lines;

        FailingDevice again(text, readableBytes);
        QVERIFY(again.open(QIODevice::ReadOnly));
        ReadAhead records(again, {77, wantsSome});
        QCOMPARE(readAll(records).lines, expected);
        QCOMPARE(records.bytesRead(), static_cast<std::uint64_t>(again.pos()));
        QVERIFY(!records.next().value_or(true)); // and stays at the end
    }

    void goesOnWithWhatCame_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("then");
        const QByteArray many = marker("x").repeated(2000);
        QTest::addRow("a little behind a little") << marker("a") << marker("b");
        QTest::addRow("much behind much") << many << many;
        QTest::addRow("the last line was cut off") << many.chopped(9) << many.right(9) + many;
        QTest::addRow("and still is") << many.chopped(9) << many.right(9).chopped(2);
        QTest::addRow("nothing") << many << QByteArray();
        QTest::addRow("behind more oddities than are kept")
            << marker("x") + QByteArray("no record\n").repeated(1500) + marker("x").chopped(9)
            << marker("x").right(9) + marker("y");
        QTest::addRow("a later format")
            << many << "{\"type\":\"session\",\"schema\":\"telemetry-session/2\"}\n" + many;
    }

    void goesOnWithWhatCame()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, then);
        const auto readTwice = [&]<class Reader>(Reader &reader, QBuffer &device) {
            (void)readAll(reader);
            device.buffer().append(then);
            const bool isResumed = reader.resume();
            return std::pair(isResumed, readAll(reader));
        };
        QBuffer device;
        device.setData(first);
        QVERIFY(device.open(QIODevice::ReadOnly));
        SessionReader reader(device, {});
        const auto [readerGoesOn, expected] = readTwice(reader, device);
        QVERIFY(readerGoesOn);

        QBuffer again;
        again.setData(first);
        QVERIFY(again.open(QIODevice::ReadOnly));
        ReadAhead records(again, {});
        const auto [goesOn, told] = readTwice(records, again);

        QVERIFY(goesOn);
        QCOMPARE(told.lines, expected.lines);
    }

    void resumesOnlyAtTheEnd()
    {
        OpenBuffer device(marker("x").repeated(2000));
        ReadAhead records(device, {});
        QVERIFY(!records.resume());
        QVERIFY(records.next().value_or(false));
        QVERIFY(!records.resume());
    }

    void canBeLeftAnywhere_data()
    {
        QTest::addColumn<int>("taken");
        for (const int taken : {0, 1, 512, 513, 1500, 19'999, 20'000})
            QTest::addRow("after %d", taken) << taken;
    }

    void canBeLeftAnywhere()
    {
        QFETCH(int, taken);
        OpenBuffer device(marker("x").repeated(20'000));
        ReadAhead records(device, {});
        for (int i = 1; i <= taken; ++i) {
            QVERIFY(records.next().value_or(false));
            QCOMPARE(records.record().number, static_cast<std::uint64_t>(i));
        }
    }

    void readsNoFurtherOnceStopped_data() { canBeLeftAnywhere_data(); }

    void readsNoFurtherOnceStopped()
    {
        QFETCH(int, taken);
        OpenBuffer device(marker("x").repeated(20'000));
        ReadAhead records(device, {});
        for (int i = 1; i <= taken; ++i)
            QVERIFY(records.next().value_or(false));

        records.stop();

        QVERIFY(!records.next().value_or(true));
        QVERIFY(!records.resume());
        QCOMPARE(records.report().records, static_cast<std::uint64_t>(taken));
    }

    void payloadsThatNobodyWantsLeaveTheOthersAlone()
    {
        const QByteArray text = RandomSession(3).text(4000);
        const auto payloadsOf = [&](const RecordParser::PayloadFilter &filter) {
            QBuffer device;
            device.setData(text);
            device.open(QIODevice::ReadOnly);
            ReadAhead records(device, {0, filter});
            QByteArrayList payloads;
            while (records.next().value_or(false)) {
                const SessionRecord &record = records.record();
                const bool isShown = record.event && wantsSome(*record.event);
                payloads.append(
                    isShown ? QByteArray::fromStdString(toJsonText(record.payload, JsonLayout::Compact))
                            : QByteArray());
            }
            return payloads;
        };
        const QByteArrayList all = payloadsOf({});
        QVERIFY(all.count(QByteArray()) > 100 && all.count(QByteArray()) < all.size() - 100);

        QCOMPARE(payloadsOf(wantsSome), all);
    }

    void passesOnWhatIsThrown()
    {
        QBuffer device;
        device.setData(marker("x").repeated(2000) + "{\"type\":\"event\",\"timestamp\":1,\"event\":\"a\","
                                                    "\"payload\":{}}\n");
        QVERIFY(device.open(QIODevice::ReadOnly));
        ReadAhead records(
            device, {0, [](std::string_view) -> bool { throw std::runtime_error("out of memory"); }});
        for (int i = 1; i <= 2000; ++i)
            QVERIFY(records.next().value_or(false));

        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)records.next());
        QVERIFY(!records.next().value_or(true));
    }
};

QTEST_APPLESS_MAIN(tst_ReadAhead)
#include "tst_ReadAhead.moc"
