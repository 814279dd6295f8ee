// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/FieldReader.h"
#include "tests/core/state/StateScript.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_FieldReader : public QObject
{
    Q_OBJECT

private slots:
    void accept_data()
    {
        QTest::addColumn<bool>("fits");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<QByteArrayList>("issues");

        QTest::addRow("fits") << true << QByteArray("1") << QByteArrayList();
        QTest::addRow("null") << false << QByteArray("null") << QByteArrayList();
        for (const char *type : {"boolean true", "number 1", "string \"x\"", "list []", "object {}"}) {
            const QByteArrayList parts = QByteArray(type).split(' ');
            QTest::addRow("%s", type)
                << false << parts[1] << QByteArrayList{"a.b: " + parts[0] + " instead of a thing"};
        }
    }

    void accept()
    {
        QFETCH(bool, fits);
        QFETCH(QByteArray, found);
        QFETCH(QByteArrayList, issues);
        FieldReader reader;
        const FieldReader::Scope outer(reader, "a");
        const FieldReader::Scope inner(reader, "b");

        QCOMPARE(reader.accept(fits, "a thing", json(found.toStdString())), fits);
        QCOMPARE(shownIssues(reader.issues()), issues);
    }

    void pathsFollowTheScopes()
    {
        FieldReader reader;
        const auto report = [&] { reader.accept(false, "a thing", true); };
        report();
        {
            const FieldReader::Scope a(reader, "a");
            report();
            {
                const FieldReader::Scope b(reader, "b");
                report();
            }
            const FieldReader::Scope c(reader, "c");
            report();
        }
        const FieldReader::Scope d(reader, "d");
        report();

        QByteArrayList fields;
        for (const FieldIssue &issue : reader.issues())
            fields.append(QByteArray::fromStdString(issue.field));
        QCOMPARE(fields, (QByteArrayList{"", "a", "a.b", "a.c", "d"}));
    }

    void aFieldIsReportedOnce()
    {
        FieldReader reader;
        const FieldReader::Scope scope(reader, "a");
        reader.accept(false, "a thing", true);
        reader.accept(false, "another", 1);
        QCOMPARE(shownIssues(reader.issues()), QByteArrayList{"a: boolean instead of a thing"});

        reader.clear();
        QVERIFY(reader.issues().empty());
        reader.accept(false, "another", 1);
        QCOMPARE(shownIssues(reader.issues()), QByteArrayList{"a: number instead of another"});
    }

    void aHostileListDoesNotFillTheMemory()
    {
        FieldReader reader;
        for (int i = 0; i < 1500; ++i) {
            const std::string name = std::to_string(i);
            const FieldReader::Scope scope(reader, name);
            QVERIFY(!reader.accept(false, "a thing", true));
        }
        QCOMPARE(reader.issues().size(), std::size_t{1000});
        QCOMPARE(reader.issues().back().field, std::string("999"));
    }

    void anElementIsNamedByItsPlace()
    {
        FieldReader reader;
        const FieldReader::Scope list(reader, "list");
        const FieldReader::Scope element(reader, 12);
        const FieldReader::Scope member(reader, "");
        reader.accept(false, "a thing", true);
        QCOMPARE(shownIssues(reader.issues()), QByteArrayList{"list.12.: boolean instead of a thing"});
    }
};

QTEST_APPLESS_MAIN(tst_FieldReader)
#include "tst_FieldReader.moc"
