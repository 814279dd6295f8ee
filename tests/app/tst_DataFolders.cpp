// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DataFolders.h"

#include <QByteArray>
#include <QDir>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>
#include <QtGlobal>

using namespace inspector;

class tst_DataFolders : public QObject
{
    Q_OBJECT

private slots:
    void inTheUsersDataFolder_data()
    {
        QTest::addColumn<QString>("variable"); // XDG_DATA_HOME, below the home folder; empty: not set
        QTest::addColumn<QString>("expected"); // below the home folder

        QTest::addRow("by default") << QString() << QStringLiteral(".local/share/telemetry-inspector/slots");
        QTest::addRow("moved") << QStringLiteral("d a t a")
                               << QStringLiteral("d a t a/telemetry-inspector/slots");
    }

    void inTheUsersDataFolder()
    {
        QFETCH(QString, variable);
        QFETCH(QString, expected);
        const QTemporaryDir home;
        qputenv("HOME", home.path().toLocal8Bit());
        if (variable.isEmpty())
            qunsetenv("XDG_DATA_HOME");
        else
            qputenv("XDG_DATA_HOME", home.filePath(variable).toLocal8Bit());

        QCOMPARE(QByteArray::fromStdString(defaultSlotsFolder()), home.filePath(expected).toLocal8Bit());
        QVERIFY(QDir(home.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
};

QTEST_APPLESS_MAIN(tst_DataFolders)
#include "tst_DataFolders.moc"
