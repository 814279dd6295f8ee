// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/LogCommands.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_LogCommands : public QObject
{
    Q_OBJECT

private slots:
    void github()
    {
        QCOMPARE(githubCommand("error", {}, "plain"), std::string("::error::plain"));
        QCOMPARE(githubCommand("warning", {{"file", "a,b:c"}, {"line", "3"}}, "50%\r\n::error::x"),
            std::string("::warning file=a%2Cb%3Ac,line=3::50%25%0D%0A::error::x"));
        QCOMPARE(githubCommand("error", {}, "\x1b[31m"), std::string("::error::\\x1b[31m"));
        QCOMPARE(githubCommand("error", {}, std::string(5000, 'a')).size(), std::size_t{9 + 4096});
    }

    void azure()
    {
        QCOMPARE(azureCommand("task.uploadsummary", {}, "/a b/c.md"),
            std::string("##vso[task.uploadsummary]/a b/c.md"));
        QCOMPARE(azureCommand("task.logissue", {{"type", "error"}, {"code", "a;b]"}}, "1%\n##vso[x]"),
            std::string("##vso[task.logissue type=error;code=a%3Bb%5D]1%AZP25%0A##vso[x%5D"));
    }

    void teamCity()
    {
        QCOMPARE(teamCityMessage("publishArtifacts", {{"", "a => b"}}),
            std::string("##teamcity[publishArtifacts 'a => b']"));
        QCOMPARE(teamCityMessage("x", {{"k", "it's [50|] \n\r\t\xc3\xa4\xf0\x9f\x98\x80"}}),
            std::string("##teamcity[x k='it|'s |[50|||] |n|r|0x0009|0x00e4|0xd83d|0xde00']"));
    }
};

QTEST_APPLESS_MAIN(tst_LogCommands)
#include "tst_LogCommands.moc"
