// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileName.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_FileName : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("problem"); // empty: none
        const auto row = [](const char *title, const QByteArray &name, const char *problem = "") {
            QTest::addRow("%s", title) << name << QByteArray(problem);
        };
        row("usual", "save-inspector_1.json");
        row("beyond ASCII", "sp\xc3\xa4t.json");
        row("hidden", ".name");
        row("space amid", "a b");
        row("255 bytes", QByteArray(255, 'a'));
        row("256 bytes", QByteArray(256, 'a'), "longer than 255 bytes");
        row("empty", "", "is empty");
        row("this folder", ".", "is a folder");
        row("folder above", "..", "is a folder");
        row("slash", "a/b", "path separator");
        row("backslash", "a\\b", "path separator");
        for (const char c : QByteArray("<>:\"|?*"))
            QTest::addRow("reserved %c", c) << QByteArray(1, c) << QByteArray("holds one of");
        row("line break", "a\nb", "control character");
        row("NUL", QByteArray("a\0b", 3), "control character");
        row("delete", "a\x7f", "control character");
        row("trailing dot", "a.", "ends with");
        row("trailing space", "a ", "ends with");
        row("device", "CON", "device");
        row("device in lower case, with extension", "aux.json", "device");
        row("numbered device", "com1.txt", "device");
        row("printer", "LPT9", "device");
        row("no device: number 0", "COM0");
        row("no device: two digits", "COM10");
        row("no device: longer", "CONSOLE");
        row("invalid UTF-8", "a\xff", "not valid UTF-8");
    }

    void names()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, problem);
        const Result<void> result = checkFileName(name.toStdString());
        QCOMPARE(result.has_value(), problem.isEmpty());
        if (result)
            return;
        QCOMPARE(result.error().code, std::string("bad_name"));
        const QByteArray message = QByteArray::fromStdString(result.error().message);
        QVERIFY2(message.contains(problem), message.constData());
    }

    void messagesCutNoCharacter()
    {
        const auto result = checkFileName(std::string(79, 'a') + "\xc3\xa4" + std::string(200, 'b'));

        QVERIFY(!result);
        QCOMPARE(QByteArray::fromStdString(result.error().message),
            "the name '" + QByteArray(79, 'a') + "' is longer than 255 bytes");
    }
};

QTEST_APPLESS_MAIN(tst_FileName)
#include "tst_FileName.moc"
