// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "tests/ui/WindowHarness.h"
#include "ui/json/JsonSearch.h"
#include "ui/json/JsonTreeModel.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace inspector;

namespace {

/// What was found, "0.2 1" for the third member of the first, and the second.
QString found(const char *json, const QString &needle, std::size_t most = 1000)
{
    JsonReader reader;
    const JsonValue value = reader.read(QByteArray(json).replace('\'', '"').toStdString(), false)->toValue();
    QStringList paths;
    for (const JsonRowPath &path : searchJson(value, needle, most)) {
        QStringList rows;
        for (const int row : path)
            rows << QString::number(row);
        paths << rows.join(QLatin1Char('.'));
    }
    return paths.join(QLatin1Char(' '));
}

} // namespace

class tst_DetailsView : public QObject
{
    Q_OBJECT

private slots:
    void searches_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QString>("paths");
        const QByteArray nested =
            "{'a':{'name':'Wraith','list':[1,'wraith 2']},'wraithKey':{'deep':[[true]]}}";

        QTest::addRow("a value, whatever its case") << nested << "wraith"
                                                    << "0.0 0.1.1 1";
        QTest::addRow("a key") << nested << "list"
                               << "0.1";
        QTest::addRow("a flag, far down") << nested << "true"
                                          << "1.0.0.0";
        QTest::addRow("a number") << nested << "1"
                                  << "0.1.0";
        QTest::addRow("the end of a path") << nested << "a.list"
                                           << "0.1";
        QTest::addRow("the end of a path into a list") << nested << "list.1"
                                                       << "0.1.1";
        QTest::addRow("part of a path") << nested << "y.deep.0"
                                        << "1.0.0";
        QTest::addRow("not the size of a list") << QByteArray("{'a':[7,8]}") << "[2]"
                                                << "";
        QTest::addRow("nothing") << nested << "vanguard"
                                 << "";
        QTest::addRow("no words") << nested << ""
                                  << "";
        QTest::addRow("a plain value has no members") << QByteArray("'wraith'") << "wraith"
                                                      << "";
    }

    void searches()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, needle);
        QFETCH(QString, paths);

        QCOMPARE(found(json.constData(), needle), paths);
    }

    void findsNoMoreThanItMay()
    {
        QCOMPARE(found("['x','x','x','x']", QStringLiteral("x"), 2), QStringLiteral("0 1"));
    }

    void goesFromOneToTheNext()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"),
            "{\"type\":\"event\",\"timestamp\":1,\"event\":\"e\",\"payload\":{\"a\":{\"who\":\"Wraith\"},"
            "\"b\":[\"no\",\"wraith\"]}}\n"));
        QVERIFY(harness.waitUntilRead());
        window.cursor().goTo(1);
        const auto *tree = harness.find<QTreeView>(QStringLiteral("Payload of the event"));
        QTRY_COMPARE(tree->model()->rowCount(), 2);
        auto *field = harness.find<QLineEdit>(QStringLiteral("Search in the payload"));
        const auto current = [&] { return tree->currentIndex().data(JsonTreeModel::PathRole).toString(); };

        QTest::keyClicks(field, QStringLiteral("wraith"));
        QCOMPARE(current(), QStringLiteral("a.who"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(current(), QStringLiteral("b.1"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(current(), QStringLiteral("a.who"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(current(), QStringLiteral("b.1"));
        QCOMPARE(harness.find<QPlainTextEdit>(QStringLiteral("The record as JSON"))
                     ->textCursor()
                     .selectedText()
                     .toLower(),
            QStringLiteral("wraith"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
    }

    void aHugeLineIsCut()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QByteArray text = QByteArray(3 << 20, 'x');
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"),
            "{\"type\":\"event\",\"timestamp\":1,\"event\":\"e\",\"payload\":{\"t\":\"" + text + "\"}}\n"));
        QVERIFY(harness.waitUntilRead());
        window.cursor().goTo(1);
        const auto *raw = harness.find<QPlainTextEdit>(QStringLiteral("The record as JSON"));

        QTRY_VERIFY(raw->toPlainText().size() > (1 << 20));
        QVERIFY(raw->toPlainText().endsWith(QStringLiteral("Copy the event as JSON to have all of it.")));
        QVERIFY(raw->toPlainText().size() < (1 << 20) + 200);
    }
};

QTEST_MAIN(tst_DetailsView)
#include "tst_DetailsView.moc"
