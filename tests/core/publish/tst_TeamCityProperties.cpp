// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/TeamCityProperties.h"

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

QByteArray shownProperties(const QByteArray &text)
{
    QByteArray shown;
    for (const auto &[key, value] : parseJavaProperties(text.toStdString()))
        shown += '<' + QByteArray::fromStdString(key) + '|' + QByteArray::fromStdString(value) + '>';
    return shown;
}

bool save(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class tst_TeamCityProperties : public QObject
{
    Q_OBJECT

private slots:
    void properties_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("nothing") << QByteArray("") << QByteArray("");
        QTest::addRow("separators") << QByteArray("a=1\nb:2\nc 3\nd = 4 \n")
                                    << QByteArray("<a|1><b|2><c|3><d|4 >");
        QTest::addRow("no value") << QByteArray("a\nb=\n") << QByteArray("<a|><b|>");
        QTest::addRow("comments and blanks") << QByteArray("# a=1\n! b=2\n\n   c=3\n") << QByteArray("<c|3>");
        QTest::addRow("windows lines") << QByteArray("a=1\r\nb=2\r\n") << QByteArray("<a|1><b|2>");
        QTest::addRow("goes on") << QByteArray("a=1\\\n   2\nb=3\\\\\nc=4")
                                 << QByteArray("<a|12><b|3\\><c|4>");
        QTest::addRow("goes on at the end") << QByteArray("a=1\\") << QByteArray("<a|1\\>");
        QTest::addRow("escapes") << QByteArray("a\\=b=\\t\\u00e4\\uD83D\\uDE00\\z\\u12\n")
                                 << QByteArray("<a=b|\t\xc3\xa4\xf0\x9f\x98\x80zu12>");
        QTest::addRow("latin-1") << QByteArray("a=\xe4\n") << QByteArray("<a|\xc3\xa4>");
        QTest::addRow("the last counts") << QByteArray("a=1\na=2\n") << QByteArray("<a|2>");
        QTest::addRow("a path") << QByteArray("f=C\\:\\\\agent\\\\temp\n")
                                << QByteArray("<f|C:\\agent\\temp>");
    }

    void properties()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);

        QCOMPARE(shownProperties(text), expected);
    }

    void addsThoseOfBothFiles()
    {
        const QTemporaryDir dir;
        const QString build = dir.filePath(QStringLiteral("build.properties"));
        const QString configuration = dir.filePath(QStringLiteral("config.properties"));
        QVERIFY(save(build, "teamcity.build.id=77\nsecret=x\nteamcity.configuration.properties.file=" +
                                configuration.toUtf8() + "\n"));
        QVERIFY(save(configuration, "teamcity.build.id=1\nteamcity.serverUrl=https\\://tc\n"));
        EnvironmentVariables variables{{"TEAMCITY_BUILD_PROPERTIES_FILE", build.toStdString()}};

        addTeamCityProperties(variables);

        QCOMPARE(variables.all().size(), std::size_t{3});
        QCOMPARE(variables.value("teamcity.build.id").value(), std::string("77"));
        QCOMPARE(variables.value("teamcity.serverUrl").value(), std::string("https://tc"));
    }

    void aFileThatIsNotThereAddsNothing()
    {
        EnvironmentVariables none;
        EnvironmentVariables missing{{"TEAMCITY_BUILD_PROPERTIES_FILE", "/nowhere/at/all"}};
        addTeamCityProperties(none);
        addTeamCityProperties(missing);
        QVERIFY(none.all().empty());
        QCOMPARE(missing.all().size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(tst_TeamCityProperties)
#include "tst_TeamCityProperties.moc"
