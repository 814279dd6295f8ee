// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/PublishPlan.h"

#include <QObject>
#include <QTest>

using namespace inspector;

Q_DECLARE_METATYPE(std::optional<CiProvider>)

class tst_PublishPlan : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatAJobIsGiven_data()
    {
        QTest::addColumn<std::optional<CiProvider>>("provider");
        QTest::addColumn<QStringList>("more"); // than the manifest, the checksums and the summary

        using Provider = std::optional<CiProvider>;
        QTest::addRow("whoever runs it")
            << Provider() << QStringList{QStringLiteral("in a CI job: hands them over to whoever runs it")};
        QTest::addRow("Jenkins, which takes files by itself")
            << Provider(CiProvider::Jenkins) << QStringList();
        QTest::addRow("GitHub") << Provider(CiProvider::GitHub)
                                << QStringList{QStringLiteral("appends to $GITHUB_STEP_SUMMARY"),
                                       QStringLiteral("appends to $GITHUB_OUTPUT")};
        QTest::addRow("GitLab") << Provider(CiProvider::GitLab)
                                << QStringList{QStringLiteral("writes telemetry-junit.xml, the checks"),
                                       QStringLiteral("writes telemetry.env")};
        QTest::addRow("AppVeyor") << Provider(CiProvider::AppVeyor)
                                  << QStringList{QStringLiteral("runs appveyor PushArtifact /f/a.json"),
                                         QStringLiteral("runs appveyor PushArtifact /f/ci-artifacts.json"),
                                         QStringLiteral("runs appveyor PushArtifact /f/SHA256SUMS"),
                                         QStringLiteral("runs appveyor PushArtifact /f/ci-summary.md")};
    }

    void saysWhatAJobIsGiven()
    {
        QFETCH(std::optional<CiProvider>, provider);
        QFETCH(QStringList, more);

        const QStringList expected =
            QStringList{QStringLiteral("writes ci-artifacts.json, the manifest"),
                QStringLiteral("writes SHA256SUMS"), QStringLiteral("writes ci-summary.md")} +
            more;
        QCOMPARE(publishPlan(provider, QStringLiteral("/f"), {QStringLiteral("a.json")}), expected);
    }

    void everyProviderHasATitle()
    {
        for (const CiProvider provider : allProviders())
            QVERIFY(!providerTitle(provider).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_PublishPlan)
#include "tst_PublishPlan.moc"
