// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ConformanceCase.h"
#include "tests/support/Program.h"

#include <QByteArray>
#include <QObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

/// Exports under a locale that writes a decimal comma. The locale is made for the test, in a folder of its
/// own.
class tst_CommaLocale : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const ProgramRun made = runProgram(QStringLiteral("localedef"),
            {QStringLiteral("-i"), QStringLiteral("de_DE"), QStringLiteral("-f"), QStringLiteral("UTF-8"),
                m_locales.filePath(QStringLiteral("de_DE.UTF-8"))});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        m_german = bareEnvironment();
        m_german.insert(QStringLiteral("LOCPATH"), m_locales.path());
        m_german.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
    }

    void theLocaleWritesAComma()
    {
        const ProgramRun printf = runProgram(QStringLiteral("bash"),
            {QStringLiteral("-c"), QStringLiteral("printf '%.1f' 1,5; exec printenv LC_ALL")}, m_german);

        QCOMPARE(printf.out, QByteArray("1,5de_DE.UTF-8\n"));
    }

    void exportsTheSameBytesAsInC_data()
    {
        QTest::addColumn<QStringList>("inputs");
        for (const QString &name : ConformanceCase::names())
            QTest::addRow("%s", qUtf8Printable(name)) << QStringList{ConformanceCase::load(name).session()};
        QTest::addRow("the demo mission") << QStringList();
    }

    void exportsTheSameBytesAsInC()
    {
        QFETCH(QStringList, inputs);
        QProcessEnvironment plain = bareEnvironment();
        plain.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
        const QTemporaryDir german;
        const QTemporaryDir english;
        const auto arguments = [&](const QTemporaryDir &out) {
            return QStringList{QStringLiteral("--export"), QStringLiteral("-q"),
                       QStringLiteral("--formats=all,report,summary-md"),
                       QStringLiteral("--clock=1768469443000"), QStringLiteral("--artifact-dir"),
                       out.path()} +
                   inputs;
        };

        const ProgramRun inGerman =
            runProgram(QStringLiteral(INSPECTOR_PROGRAM), arguments(german), m_german);
        const ProgramRun inC = runProgram(QStringLiteral(INSPECTOR_PROGRAM), arguments(english), plain);

        QCOMPARE(inGerman.err, QByteArray());
        QCOMPARE(inC.err, QByteArray());
        QCOMPARE(differenceOf(artifactsOf(german.path()), artifactsOf(english.path())), QByteArray());
        QCOMPARE(artifactsOf(german.path()).size(), 8);
        const QString summary = QStringLiteral("ci-summary.md");
        QCOMPARE(filesOf(german.path()).value(summary), filesOf(english.path()).value(summary));
    }

private:
    QTemporaryDir m_locales;
    QProcessEnvironment m_german;
};

QTEST_GUILESS_MAIN(tst_CommaLocale)
#include "tst_CommaLocale.moc"
