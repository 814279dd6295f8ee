// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotName.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_SlotName : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &typed, const QByteArray &expected) {
            QTest::newRow(name) << typed << expected;
        };

        row("as it may stand", "harbour-2_b", "harbour-2_b");
        row("lower case", "HarbourNIGHT", "harbournight");
        row("white space around", " \t harbour\r\n", "harbour");
        row("white space inside", "the\told harbour", "the-old-harbour");
        row("a run of white space", "a \t\n b", "a-b");
        row("what is not allowed", "a.b/c\\d:e", "a-b-c-d-e");
        row("a run of it", "a!?.b", "a-b");
        row("runs of hyphens", "a---b -- c", "a-b-c");
        row("runs of underscores stay", "a__b", "a__b");
        row("a hyphen beside an underscore", "a -_- b", "a-_-b");
        row("hyphens and underscores around", "-_ a _-", "a");
        row("path of a parent", "../../etc/passwd", "etc-passwd");
        row("NUL", QByteArray("a\0b", 3), "a-b");

        row("a letter with an accent", "Caf\xc3\xa9 Noir", "caf-noir");
        row("letters of another script", "\xd0\x9f\xd0\xbe\xd1\x80\xd1\x82 7", "7");
        row("an emoji inside",
            "a\xf0\x9f\x9a\xa2"
            "b",
            "a-b");
        row("no-break and ideographic space",
            "a\xc2\xa0\xe3\x80\x80"
            "b",
            "a-b");
        row("the Kelvin sign is a k in lower case", "10\xe2\x84\xaa", "10k");
        row("a dotted capital I is an i and a dot", "\xc4\xb0x", "i-x");
        row("bytes that are no text",
            "a\xff\xfe"
            "b",
            "a-b");

        row("32 characters", QByteArray(32, 'a'), QByteArray(32, 'a'));
        row("33 characters", QByteArray(33, 'a'), QByteArray(32, 'a'));
        row("cut after the ends were", QByteArray("  ").append(QByteArray(40, 'b')), QByteArray(32, 'b'));
        row("a hyphen where it is cut stays", QByteArray(31, 'a').append("-b"),
            QByteArray(31, 'a').append('-'));
        row("a million characters", QByteArray(1'000'000, '-').append("x y"), "x-y");

        row("nothing", "", "autosave");
        row("white space alone", " \t\n", "autosave");
        row("only what is cut", "-_-__--", "autosave");
        row("only what is not allowed", "\xe6\xb8\xaf!", "autosave");
        row("digits alone", "7", "7");
        row("the name of the list", "Metadata", "metadata");
    }

    void names()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, expected);

        QCOMPARE(QByteArray::fromStdString(slotName(typed.toStdString())), expected);
    }

    void numbers_data()
    {
        QTest::addColumn<quint64>("number");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("0") << quint64{0} << QByteArray("slot0");
        QTest::addRow("3") << quint64{3} << QByteArray("slot3");
        QTest::addRow("the largest") << ~quint64{0} << QByteArray("slot18446744073709551615");
    }

    void numbers()
    {
        QFETCH(quint64, number);
        QFETCH(QByteArray, expected);

        QCOMPARE(QByteArray::fromStdString(slotName(std::uint64_t{number})), expected);
        QVERIFY(isSlotName(expected.toStdString()));
    }

    void labels_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("as it was typed")
            << QByteArray("Caf\xc3\xa9  Noir!") << QByteArray("Caf\xc3\xa9  Noir!");
        QTest::addRow("trimmed") << QByteArray("\t Harbour\xc2\xa0\n") << QByteArray("Harbour");
        QTest::addRow("nothing") << QByteArray(" ") << QByteArray("");
        QTest::addRow("bytes that are no text") << QByteArray("a\xff") << QByteArray("a\xef\xbf\xbd");
    }

    void labels()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, expected);

        QCOMPARE(QByteArray::fromStdString(slotLabel(typed.toStdString())), expected);
    }

    void files_data()
    {
        QTest::addColumn<QByteArray>("fileName");
        QTest::addColumn<QByteArray>("slot"); // empty: the file of none

        QTest::addRow("a slot") << QByteArray("save_harbour.json") << QByteArray("harbour");
        QTest::addRow("32 characters")
            << QByteArray("save_").append(QByteArray(32, 'a')).append(".json") << QByteArray(32, 'a');
        QTest::addRow("a hyphen where a name was cut")
            << QByteArray("save_").append(QByteArray(31, 'a')).append("-.json")
            << QByteArray(31, 'a').append('-');
        QTest::addRow("the list") << QByteArray("save_metadata.json") << QByteArray();
        QTest::addRow("33 characters")
            << QByteArray("save_").append(QByteArray(33, 'a')).append(".json") << QByteArray();
        QTest::addRow("no name") << QByteArray("save_.json") << QByteArray();
        QTest::addRow("the prefix alone") << QByteArray("save_") << QByteArray();
        QTest::addRow("prefix and suffix that overlap") << QByteArray("save.json") << QByteArray();
        QTest::addRow("capitals") << QByteArray("save_Harbour.json") << QByteArray();
        QTest::addRow("a dot inside") << QByteArray("save_a.b.json") << QByteArray();
        QTest::addRow("a temporary file") << QByteArray("save_a.json.fXbKqT") << QByteArray();
        QTest::addRow("another prefix") << QByteArray("safe_a.json") << QByteArray();
    }

    void files()
    {
        QFETCH(QByteArray, fileName);
        QFETCH(QByteArray, slot);
        const std::string name = fileName.toStdString();

        QCOMPARE(QByteArray(std::string(slotOfFileName(name)).c_str()), slot);
        if (!slot.isEmpty())
            QCOMPARE(QByteArray::fromStdString(slotFileName(slot.toStdString())), fileName);
    }

    void namesThatMayNotStand_data()
    {
        QTest::addColumn<QByteArray>("name");

        QTest::addRow("empty") << QByteArray("");
        QTest::addRow("33 characters") << QByteArray(33, 'a');
        QTest::addRow("the list's") << QByteArray("metadata");
        QTest::addRow("a path") << QByteArray("../a");
        QTest::addRow("a capital") << QByteArray("A");
        QTest::addRow("white space") << QByteArray("a b");
    }

    void namesThatMayNotStand()
    {
        QFETCH(QByteArray, name);

        QVERIFY(!isSlotName(name.toStdString()));
    }
};

QTEST_APPLESS_MAIN(tst_SlotName)
#include "tst_SlotName.moc"
