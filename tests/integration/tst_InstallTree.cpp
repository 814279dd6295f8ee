// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileContents.h"
#include "tests/support/Program.h"

#include <QDir>
#include <QFileInfo>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

/// `cmake --install`, as docs/install.md has it.
class tst_InstallTree : public QObject
{
    Q_OBJECT

private slots:
    void runsFromAnyPrefix()
    {
        const QString built = QStringLiteral(INSPECTOR_PROGRAM);
        const QString buildFolder = QFileInfo(built).dir().filePath(QStringLiteral(".."));
        const QTemporaryDir folder;
        const QString prefix = folder.filePath(QStringLiteral("a prefix"));

        const ProgramRun install = runProgram(QStringLiteral("cmake"),
            {QStringLiteral("--install"), buildFolder, QStringLiteral("--prefix"), prefix});
        QVERIFY2(install.exitCode == 0, install.err.constData());

        const QString installed = prefix + QStringLiteral("/bin/telemetry-inspector");
        const auto exported = [&](const QString &program, const QString &into) {
            const QString out = folder.filePath(into);
            const ProgramRun run = runProgram(
                program, {QStringLiteral("--export"), QStringLiteral("--formats=all,report"),
                             QStringLiteral("--clock=1768469443000"), QStringLiteral("--artifact-dir"), out});
            if (run.exitCode != 0)
                QTest::qFail(run.err.constData(), __FILE__, __LINE__);
            return artifactsOf(out);
        };
        QCOMPARE(differenceOf(
                     exported(installed, QStringLiteral("one")), exported(built, QStringLiteral("other"))),
            QByteArray());
        for (const char *shared :
            {"man/man1/telemetry-inspector.1.gz", "bash-completion/completions/telemetry-inspector",
                "zsh/vendor-completions/_telemetry-inspector",
                "fish/vendor_completions.d/telemetry-inspector.fish",
                "telemetry-inspector/schemas/expectations.schema.json"})
            QVERIFY2(QFileInfo::exists(prefix + QStringLiteral("/share/") + QLatin1String(shared)), shared);
    }
};

QTEST_GUILESS_MAIN(tst_InstallTree)
#include "tst_InstallTree.moc"
