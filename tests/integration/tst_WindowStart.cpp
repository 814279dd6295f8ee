// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"

#include <QDir>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

constexpr QFile::Permissions executable = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

/// The real program in a folder of its own, with a script in the place of the window's program.
class Installation
{
public:
    Installation()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("bin")));
        QVERIFY(QFile::copy(QStringLiteral(INSPECTOR_PROGRAM), program()));
    }

    void addWindow(const QString &folder, QFile::Permissions permissions = executable) const
    {
        QVERIFY(QDir(m_folder.path()).mkpath(folder));
        QFile script(m_folder.filePath(folder + QStringLiteral("/telemetry-inspector-window")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\necho " + folder.toUtf8() + " \"$#:$1:$2\"\nexit 42\n");
        QVERIFY(script.setPermissions(permissions));
    }

    [[nodiscard]] ProgramRun run(const QStringList &arguments, bool hasDisplay = true) const
    {
        QProcessEnvironment environment = bareEnvironment();
        if (hasDisplay)
            environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":77"));
        return runProgram(program(), arguments, environment);
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    [[nodiscard]] QString program() const
    {
        return m_folder.filePath(QStringLiteral("bin/telemetry-inspector"));
    }

    QTemporaryDir m_folder;
};

} // namespace

class tst_WindowStart : public QObject
{
    Q_OBJECT

private slots:
    void becomesTheWindow_data()
    {
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("beside it") << QStringList{QStringLiteral("bin")} << QByteArray("bin 2:a b:c\n");
        QTest::addRow("installed") << QStringList{QStringLiteral("libexec/telemetry-inspector")}
                                   << QByteArray("libexec/telemetry-inspector 2:a b:c\n");
        QTest::addRow("the one beside it first")
            << QStringList{QStringLiteral("libexec/telemetry-inspector"), QStringLiteral("bin")}
            << QByteArray("bin 2:a b:c\n");
    }

    void becomesTheWindow()
    {
        QFETCH(QStringList, folders);
        QFETCH(QByteArray, expected);
        const Installation installation;
        for (const QString &folder : folders)
            installation.addWindow(folder);

        const ProgramRun run = installation.run({QStringLiteral("a b"), QStringLiteral("c")});

        QCOMPARE(run.out, expected);
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 42);
    }

    void saysWhyThereIsNoWindow_data()
    {
        QTest::addColumn<bool>("installed");
        QTest::addColumn<bool>("executable");
        QTest::addColumn<bool>("display");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("not installed")
            << false << false << true
            << QByteArray("telemetry-inspector: error: the window is not installed here. Use --export, or "
                          "install the package telemetry-inspector.\n");
        QTest::addRow("does not start")
            << true << false << true
            << QByteArray("telemetry-inspector: error: the window does not start: %1: Permission denied. Use "
                          "--export, or install the package telemetry-inspector.\n");
        QTest::addRow("no display")
            << true << true << false
            << QByteArray("telemetry-inspector: error: there is no display to show the window on. Use "
                          "--export, which needs none.\n");
    }

    void saysWhyThereIsNoWindow()
    {
        QFETCH(bool, installed);
        QFETCH(bool, executable);
        QFETCH(bool, display);
        QFETCH(QByteArray, expected);
        const Installation installation;
        if (installed)
            installation.addWindow(
                QStringLiteral("bin"), executable ? ::executable : QFile::ReadOwner | QFile::WriteOwner);

        const ProgramRun run = installation.run({}, display);

        expected.replace("%1", installation.path(QStringLiteral("bin/telemetry-inspector-window")).toUtf8());
        QCOMPARE(run.err, expected);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(run.exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(tst_WindowStart)
#include "tst_WindowStart.moc"
