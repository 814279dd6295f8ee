// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QStringLiteral>
#include <QTest>

#include <bit>
#include <charconv>
#include <cmath>
#include <random>

using namespace inspector;

namespace {

std::string numberText(double number)
{
    std::string text;
    appendJsonNumber(text, number);
    return text;
}

double fromBits(quint64 bits)
{
    return std::bit_cast<double>(bits);
}

/// The text read back by a parser of its own, not by ours.
double numberOf(const std::string &text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole ? number : std::numeric_limits<double>::quiet_NaN();
}

std::size_t significantDigits(std::string_view text)
{
    std::string digits;
    for (const char c : text.substr(0, text.find('e'))) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string::npos ? 0 : digits.find_last_not_of('0') - first + 1;
}

} // namespace

class tst_EcmaJsonNumbers : public QObject
{
    Q_OBJECT

private slots:
    void asNodeWritesThem_data()
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QByteArray>("text");
        QFile file(QStringLiteral(INSPECTOR_TEST_DATA "/ecma-numbers.txt"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            const QByteArrayList parts = line.split(' ');
            QTest::addRow("%s", line.constData())
                << parts.value(0).toULongLong(nullptr, 16) << parts.value(1);
        }
    }

    void asNodeWritesThem()
    {
        QFETCH(quint64, bits);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(numberText(fromBits(bits))), text);
    }

    /// Doubles of every size by pseudo-random bits: the text must mean the very same double, in our reader,
    /// too, and have no more digits than 17.
    void roundTrip()
    {
        constexpr int count = 20'000;
        std::mt19937_64 random(42);
        JsonReader reader;
        int finite = 0;
        while (finite < count) {
            const double number = fromBits(random());
            if (!std::isfinite(number))
                continue;
            ++finite;
            const std::string text = numberText(number);
            QCOMPARE(std::bit_cast<quint64>(numberOf(text)), std::bit_cast<quint64>(number));
            QVERIFY2(significantDigits(text) <= 17, text.c_str());
            const Result<JsonView> view = reader.read(text);
            QVERIFY2(view.has_value() && reader.repairs().empty(), text.c_str());
            QCOMPARE(std::bit_cast<quint64>(view->asNumber().value_or(0)), std::bit_cast<quint64>(number));
        }
    }

    /// Decimals of few digits, as a game emits them, come back as they were typed.
    void shortDecimalsStayShort()
    {
        for (int hundredths = -20'000; hundredths <= 20'000; ++hundredths) {
            const double number = hundredths / 100.0;
            const std::string text = numberText(number);
            QCOMPARE(numberOf(text), number);
            QVERIFY2(text.size() <= 7, text.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(tst_EcmaJsonNumbers)
#include "tst_EcmaJsonNumbers.moc"
