// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/ArtifactFormat.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_ArtifactFormat : public QObject
{
    Q_OBJECT

private slots:
    void understands_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("expected");

        for (const char *name : {"json", "csv", "transcript-csv", "transcript-md", "snapshot"})
            QTest::newRow(name) << QByteArray(name) << QByteArray(name);
        QTest::addRow("alias cascade") << QByteArray("cascade") << QByteArray("csv");
        QTest::addRow("alias tutorial-csv") << QByteArray("tutorial-csv") << QByteArray("csv");
        QTest::addRow("alias transcript") << QByteArray("transcript") << QByteArray("transcript-csv");
        QTest::addRow("alias markdown") << QByteArray("markdown") << QByteArray("transcript-md");
        QTest::addRow("alias md") << QByteArray("md") << QByteArray("transcript-md");
        QTest::addRow("all") << QByteArray("all")
                             << QByteArray("json csv transcript-csv transcript-md snapshot");
        QTest::addRow("each once") << QByteArray("csv,cascade,json,csv") << QByteArray("json csv");
        QTest::addRow("more than all")
            << QByteArray("snapshot,all,md") << QByteArray("json csv transcript-csv transcript-md snapshot");
        QTest::addRow("for people, behind the others")
            << QByteArray("plots,summary-md,html,json") << QByteArray("json report summary-md plots");
        QTest::addRow("upper case") << QByteArray("JSON,Transcript-MD") << QByteArray("json transcript-md");
        QTest::addRow("spaces") << QByteArray("  json ,\tcsv ") << QByteArray("json csv");
    }

    void understands()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, expected);

        const auto formats = parseFormats(list.toStdString());

        QVERIFY2(formats, formats ? "" : formats.error().message.c_str());
        QByteArrayList names;
        for (const ArtifactFormat format : *formats)
            names.append(QByteArray::fromStdString(std::string(formatName(format))));
        QCOMPARE(names.join(' '), expected);
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("name");

        QTest::addRow("unknown") << QByteArray("json,xml") << QByteArray("xml");
        QTest::addRow("unknown, case and spaces") << QByteArray(" XML ,json") << QByteArray("xml");
        QTest::addRow("unknown behind all") << QByteArray("all,xml") << QByteArray("xml");
        QTest::addRow("nothing") << QByteArray("") << QByteArray("");
        QTest::addRow("empty first") << QByteArray(",json") << QByteArray("");
        QTest::addRow("empty last") << QByteArray("json,") << QByteArray("");
        QTest::addRow("separated by spaces") << QByteArray("json csv") << QByteArray("json csv");
    }

    void mistakes()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, name);

        const auto formats = parseFormats(list.toStdString());

        QVERIFY(!formats);
        QCOMPARE(formats.error(),
            (Error{"unknown_format", "there is no format '" + name.toStdString() + "'",
                "Known formats: json, csv, transcript-csv, transcript-md, snapshot, all, report, summary-md, "
                "plots."}));
    }
};

QTEST_APPLESS_MAIN(tst_ArtifactFormat)
#include "tst_ArtifactFormat.moc"
