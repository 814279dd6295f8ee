// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopFlag.h"
#include "core/base/ZipReader.h"
#include "core/base/ZipWriter.h"
#include "tests/support/Program.h"

#include <QBuffer>
#include <QObject>
#include <QTemporaryFile>
#include <QTest>

using namespace inspector;

namespace {

/// A file as minizip reads it.
class ZipFile
{
public:
    explicit ZipFile(const std::string &bytes)
    {
        if (!m_file.open() || m_file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0 ||
            !m_file.flush() || !m_file.seek(0))
            QTest::qFail("the test's own file was not written", __FILE__, __LINE__);
    }

    /// "name=content" of each, or what is wrong.
    [[nodiscard]] QByteArrayList entries()
    {
        Result<ZipReader> reader = ZipReader::open(m_file);
        if (!reader)
            return {QByteArray::fromStdString(reader.error().code + ": " + reader.error().message)};
        QByteArrayList all;
        for (const std::string &name : reader->names()) {
            QByteArray content;
            const auto read = reader->read(name, [&](std::string_view piece) {
                content.append(piece.data(), static_cast<qsizetype>(piece.size()));
                return true;
            });
            all << QByteArray::fromStdString(name) + "=" +
                       (read ? content : QByteArray::fromStdString(read.error().message));
        }
        return all;
    }

    [[nodiscard]] QString path() const { return m_file.fileName(); }
    [[nodiscard]] QFile &file() { return m_file; }

private:
    QTemporaryFile m_file;
};

std::string packed()
{
    ZipWriter writer;
    QBuffer large;
    large.setData(QByteArray(3'000'000, 'x'));
    large.open(QIODevice::ReadOnly);
    const auto done =
        writer.add("a.txt", "first").and_then([&] { return writer.add("empty", ""); }).and_then([&] {
            return writer.add("large/\xc3\xa9", large, nullptr);
        });
    if (!done)
        return {};
    return writer.take().value_or(std::string());
}

} // namespace

class tst_Zip : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPackedIsUnpacked()
    {
        const QByteArrayList expected{
            "a.txt=first", "empty=", QByteArray("large/\xc3\xa9=") + QByteArray(3'000'000, 'x')};
        QVERIFY(ZipReader::looksLikeZip(packed()));
        QVERIFY(packed().size() < 10'000);
        QCOMPARE(ZipFile(packed()).entries(), expected);
    }

    void theSameEntriesAreTheSameBytes() { QVERIFY(packed() == packed()); }

    void anotherReaderReadsTheSame()
    {
        const ZipFile file(packed());
        const ProgramRun run = runProgram(QStringLiteral("/usr/bin/python3"),
            {QStringLiteral("-c"),
                QStringLiteral("import sys, zipfile\n"
                               "z = zipfile.ZipFile(sys.argv[1])\n"
                               "assert z.testzip() is None\n"
                               "print([(i.filename, i.file_size, i.date_time[:3]) for i in z.infolist()])\n"),
                file.path()});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.out, QByteArray("[('a.txt', 5, (1980, 1, 1)), ('empty', 0, (1980, 1, 1)), "
                                     "('large/\xc3\xa9', 3000000, (1980, 1, 1))]\n"));
    }

    void onlySoManyEntriesAreRead_data()
    {
        QTest::addColumn<int>("entries");
        QTest::addColumn<QByteArrayList>("read");
        QByteArrayList all;
        for (int i = 0; i < 64; ++i)
            all << QByteArray::number(i) + "=x";
        QTest::newRow("as many as may be") << 64 << all;
        QTest::newRow("one more") << 65 << QByteArrayList{"bad_zip: it has more than 64 entries"};
    }

    void onlySoManyEntriesAreRead()
    {
        QFETCH(int, entries);
        QFETCH(QByteArrayList, read);
        ZipWriter writer;
        for (int i = 0; i < entries; ++i)
            QVERIFY(writer.add(std::to_string(i), "x"));
        QCOMPARE(ZipFile(writer.take().value()).entries(), read);
    }

    void damageIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("said");
        const QByteArray whole = QByteArray::fromStdString(packed());
        QByteArray flipped = whole;
        const qsizetype content = flipped.indexOf("a.txt") + 6;
        flipped[content] = static_cast<char>(flipped[content] ^ 1);
        QTest::newRow("cut off") << whole.left(whole.size() / 2)
                                 << QByteArray("bad_zip: it begins as a zip file");
        QTest::newRow("only its start")
            << QByteArray("PK\x03\x04") << QByteArray("bad_zip: it begins as a zip file");
        QTest::newRow("a bit") << flipped << QByteArray("a.txt=the entry a.txt is damaged");
    }

    void damageIsSaid()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, said);
        const QByteArrayList entries = ZipFile(bytes.toStdString()).entries();
        QVERIFY2(entries.front().startsWith(said), entries.front().constData());
    }

    void halfAnEntryIsNotTakenForAWhole()
    {
        const ProgramRun run = runProgram(QStringLiteral("/usr/bin/python3"),
            {QStringLiteral("-c"),
                QStringLiteral(
                    "import sys, zlib, struct\n"
                    "data = b'x' * 1000; half = zlib.compressobj(9, 8, -15)\n"
                    "packed = half.compress(data[:500]) + half.flush()\n"
                    "fields = struct.pack('<HHHHHIIIHH', 20, 0, 8, 0, 33, zlib.crc32(data), len(packed), "
                    "len(data), 1, 0)\n"
                    "local = b'PK\\x03\\x04' + fields + b'a' + packed\n"
                    "central = b'PK\\x01\\x02' + struct.pack('<H', 20) + fields + struct.pack('<HHHII', 0, "
                    "0, 0, 0, 0) + b'a'\n"
                    "end = b'PK\\x05\\x06' + struct.pack('<HHHHIIH', 0, 0, 1, 1, len(central), "
                    "len(local), 0)\n"
                    "sys.stdout.buffer.write(local + central + end)\n")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(ZipFile(run.out.toStdString()).entries(), QByteArrayList{"a=the entry a is damaged"});
    }

    void anyFlippedBitEndsInAnAnswer()
    {
        ZipWriter writer;
        QVERIFY(writer.add("session.ndjson", "{\"type\":\"event\"}\n"));
        const std::string whole = writer.take().value();
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            std::string damaged = whole;
            damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
            // Whatever it is now: that one entry, none, or a reason; neither a crash nor a hang.
            QVERIFY(ZipFile(damaged).entries().size() <= 1);
        }
    }

    void aSinkThatHasEnoughEndsIt()
    {
        ZipFile file(packed());
        Result<ZipReader> reader = ZipReader::open(file.file());
        QVERIFY(reader);
        int pieces = 0;
        QVERIFY(reader->read("large/\xc3\xa9", [&](std::string_view) { return ++pieces < 2; }));
        QCOMPARE(pieces, 2);
        QVERIFY(!reader->read("nothing", [](std::string_view) { return true; }));
    }

    void packingCanBeStopped()
    {
        StopFlag stop;
        stop.request();
        QBuffer content;
        content.setData("x");
        content.open(QIODevice::ReadOnly);
        const auto added = ZipWriter().add("a", content, &stop);
        QVERIFY(!added);
        QCOMPARE(QByteArray::fromStdString(added.error().code), QByteArray("interrupted"));
    }
};

QTEST_APPLESS_MAIN(tst_Zip)
#include "tst_Zip.moc"
