// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LineReader.h"
#include "tests/support/FailingDevice.h"

#include <QBuffer>
#include <QByteArray>
#include <QByteArrayList>
#include <QIODevice>
#include <QList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

constexpr int mebibyte = 1 << 20;
constexpr int longest = static_cast<int>(LineReader::maxLineBytes);

/// Text as it is, except that a long one is shortened to its length and its ends.
QByteArray shortened(std::string_view text)
{
    constexpr std::size_t shownBytes = 60;
    if (text.size() <= shownBytes)
        return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    return QByteArray::number(static_cast<qulonglong>(text.size()))
        .append(" bytes ")
        .append(text.front())
        .append("..")
        .append(text.back());
}

QByteArray shownLine(const LineReader::Line &line)
{
    QByteArray shown = QByteArray::number(static_cast<qulonglong>(line.number)).append('<');
    shown.append(line.tooLong ? QByteArray("too long") : shortened(line.text)).append('>');
    if (!line.terminated)
        shown.append(" open");
    return shown;
}

QByteArrayList linesOf(QIODevice &device)
{
    LineReader reader(device);
    QByteArrayList lines;
    auto line = reader.next();
    for (; line && *line; line = reader.next())
        lines.append(shownLine(**line));
    if (!line)
        lines.append(QByteArray::fromStdString(line.error().code + ": " + line.error().message));
    return lines;
}

QByteArrayList linesOf(const QByteArray &text)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    return linesOf(buffer);
}

/// `size` times the same character, then `end`, in pieces of an odd size; nothing of it is kept.
class GeneratingDevice final : public QIODevice
{
public:
    GeneratingDevice(qint64 size, QByteArray end)
        : m_left(size)
        , m_end(std::move(end))
    {
        setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        constexpr qint64 pieceBytes = 65'537;
        const qint64 size = std::min({maxSize, m_left, pieceBytes});
        std::fill_n(data, size, 'g');
        m_left -= size;
        if (size > 0)
            return size;
        const qint64 last = std::min(maxSize, static_cast<qint64>(m_end.size()));
        std::copy_n(m_end.constData(), last, data);
        m_end.remove(0, last);
        return last;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_left;
    QByteArray m_end;
};

QByteArray x(int count)
{
    return QByteArray(count, 'x');
}

} // namespace

class tst_LineReader : public QObject
{
    Q_OBJECT

private slots:
    void cuts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("nothing") << QByteArray("") << QByteArrayList{};
        QTest::addRow("one newline") << QByteArray("\n") << QByteArrayList{"1<>"};
        QTest::addRow("a line") << QByteArray("a\n") << QByteArrayList{"1<a>"};
        QTest::addRow("no final newline") << QByteArray("a\nb") << QByteArrayList{"1<a>", "2<b> open"};
        QTest::addRow("a final blank") << QByteArray("a\n ") << QByteArrayList{"1<a>", "2< > open"};
        QTest::addRow("blank lines between")
            << QByteArray("\n\na\n\n") << QByteArrayList{"1<>", "2<>", "3<a>", "4<>"};
        QTest::addRow("CR stays in the text")
            << QByteArray("a\r\nb\r\r\n\rc\r")
            << QByteArrayList{"1<a\r>", "2<b\r\r>", QByteArray("3<\rc\r> open")};
        QTest::addRow("NUL is text") << QByteArray("a\0b\n", 4) << QByteArrayList{QByteArray("1<a\0b>", 6)};
    }

    void cuts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(linesOf(text), expected);
    }

    void tellsWhereALineBegins_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<qulonglong>>("offsets");

        QTest::addRow("blank lines and CR") << QByteArray("\na\r\n\nbc") << QList<qulonglong>{0, 1, 4, 5};
        QTest::addRow("behind a line over several blocks")
            << x(3 * mebibyte).append("\nb\nc\n") << QList<qulonglong>{0, 3145729, 3145731};
        QTest::addRow("behind lines that are too long")
            << QByteArray("a\n").append(x(longest + 1)).append('\n').append(x(2 * longest)).append("\nb\n")
            << QList<qulonglong>{0, 2, 16777220, 50331653};
    }

    void tellsWhereALineBegins()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<qulonglong>, offsets);
        QBuffer buffer(&text);
        buffer.open(QIODevice::ReadOnly);
        LineReader reader(buffer);
        QList<qulonglong> found;

        for (auto line = reader.next(); line && *line; line = reader.next())
            found.append((*line)->offset);

        QCOMPARE(found, offsets);
    }

    void linesAcrossBlocks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("the newline ends the block")
            << x(mebibyte - 1).append("\nb\n") << QByteArrayList{"1<1048575 bytes x..x>", "2<b>"};
        QTest::addRow("the newline begins the next block")
            << x(mebibyte).append("\nb\n") << QByteArrayList{"1<1048576 bytes x..x>", "2<b>"};
        QTest::addRow("the file ends with the block") << QByteArray("a\n").append(x(mebibyte - 2))
                                                      << QByteArrayList{"1<a>", "2<1048574 bytes x..x> open"};
        QTest::addRow("begins in one block and ends in the third")
            << QByteArray("a\nb").append(x(2 * mebibyte)).append("c\nd\n")
            << QByteArrayList{"1<a>", "2<2097154 bytes b..c>", "3<d>"};
    }

    void linesAcrossBlocks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(linesOf(text), expected);
    }

    void theLongestLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("exactly the limit")
            << x(longest).append("\nb\n") << QByteArrayList{"1<16777216 bytes x..x>", "2<b>"};
        QTest::addRow("one byte more")
            << x(longest + 1).append("\nb\n") << QByteArrayList{"1<too long>", "2<b>"};
        QTest::addRow("CR is no part of it")
            << x(longest).append("\r\nb\n") << QByteArrayList{"1<16777217 bytes x..\r>", "2<b>"};
        QTest::addRow("nor is a byte-order mark")
            << QByteArray("\xef\xbb\xbf").append(x(longest)).append("\r\nb\n")
            << QByteArrayList{"1<16777220 bytes \xef..\r>", "2<b>"};
        QTest::addRow("one byte more before CR")
            << x(longest + 1).append("\r\nb\n") << QByteArrayList{"1<too long>", "2<b>"};
        QTest::addRow("the last line, exactly the limit")
            << QByteArray("a\n").append(x(longest)) << QByteArrayList{"1<a>", "2<16777216 bytes x..x> open"};
        QTest::addRow("the last line, one byte more")
            << QByteArray("a\n").append(x(longest + 1)) << QByteArrayList{"1<a>", "2<too long> open"};
    }

    void theLongestLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(linesOf(text), expected);
    }

    void readsOnBehindALineThatFitsNoMemory()
    {
        GeneratingDevice device(40LL * mebibyte, "\nb\nc");

        QCOMPARE(linesOf(device), QByteArrayList({"1<too long>", "2<b>", "3<c> open"}));
    }

    void twoLinesThatAreTooLong()
    {
        QByteArray text = x(longest + 1);
        text.append('\n').append(text);

        QCOMPARE(linesOf(text), QByteArrayList({"1<too long>", "2<too long>"}));
    }

    void pieceByPieceIsTheSame()
    {
        GeneratingDevice device(100'000, "\nb\r\n\nc");

        QCOMPARE(linesOf(device), QByteArrayList({"1<100000 bytes g..g>", "2<b\r>", "3<>", "4<c> open"}));
    }

    void countsManyBlankLines()
    {
        constexpr int blank = 3'000'000;

        QByteArrayList lines = linesOf(QByteArray(blank, '\n').append('a'));

        QCOMPARE(lines.size(), blank + 1);
        QCOMPARE(lines.last(), QByteArray("3000001<a> open"));
    }

    void beginsAnew()
    {
        QBuffer buffer;
        buffer.setData("one\ntwo\n" + x(longest + 1) + "\nlast");
        buffer.open(QIODevice::ReadOnly);
        LineReader reader(buffer);
        for (int i = 0; i < 3; ++i)
            (void)reader.next();
        buffer.seek(4);
        reader.restart();

        const auto line = reader.next();

        QCOMPARE(shownLine(line->value()), QByteArray("1<two>"));
        QCOMPARE(line->value().offset, std::uint64_t{0});
    }

    void aReadErrorComesBehindTheLinesThatWereRead()
    {
        FailingDevice device("a\nb\ncut\nd\n", 6);
        device.open(QIODevice::ReadOnly);

        QCOMPARE(linesOf(device),
            QByteArrayList({"1<a>", "2<b>", "read_failed: reading stopped after line 2: the disk is gone"}));
    }
};

QTEST_APPLESS_MAIN(tst_LineReader)
#include "tst_LineReader.moc"
