// SPDX-License-Identifier: GPL-3.0-or-later
// What ctest makes of it is in CMakeLists.txt: those that begin with "fails" have to.
#include <QTest>

class tst_FailOnWarnings : public QObject
{
    Q_OBJECT

private slots:
    void failsWhereAWarningComes() { qWarning("something is wrong"); }
    void failsInEachRow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << QStringLiteral("wrong");
        QTest::newRow("more than the platform's")
            << QStringLiteral("This plugin does not support raise() now");
    }
    void failsInEachRow()
    {
        QFETCH(QString, text);
        qWarning("%s", qPrintable(text));
    }
    void passesWhereItIsExpected()
    {
        QTest::ignoreMessage(QtWarningMsg, "something is wrong");
        qWarning("something is wrong");
    }
    void passesWhatTheMachineSaysOfItself()
    {
        qWarning("QStandardPaths: XDG_RUNTIME_DIR not set, defaulting to '/tmp/runtime-root'");
        qWarning("This plugin does not support propagateSizeHints()");
        qWarning("This plugin does not support raise()");
    }
    void passesOtherMessages()
    {
        qDebug("something");
        qInfo("something");
    }
};

QTEST_APPLESS_MAIN(tst_FailOnWarnings)
#include "tst_FailOnWarnings.moc"
