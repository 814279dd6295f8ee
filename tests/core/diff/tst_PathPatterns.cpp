// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/PathPatterns.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_PathPatterns : public QObject
{
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<QByteArray>("patterns");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isMatch");

        const auto row = [](const char *patterns, const char *path, bool isMatch) {
            QTest::addRow("%s against %s", patterns, path)
                << QByteArray(patterns) << QByteArray(path) << isMatch;
        };
        row("", "a", false);
        row("none", "none", false);
        row("a.b", "a.b", true);
        row("a.b", "a", false);
        row("a.b", "a.b.c", false);
        row("a.*.c", "a.b.c", true);
        row("a.*.c", "a.c", false);
        row("a.*.c", "a.b.b.c", false);
        row("**.c", "c", true);
        row("**.c", "a.b.c", true);
        row("a.**", "a", true);
        row("a.**.d", "a.b.c.d", true);
        row("a.**.d", "a.b.c", false);
        row("**.b.**.d", "a.b.x.b.c.d", true);
        row("*At", "updatedAt", true);
        row("l*At", "lastActionAt", true);
        row("l*A", "lastActionAt", false);
        row("a*b*c", "aXbYbZc", true);
        row("x, y.z ,w", "y.z", true);
        row("times", "factions.byId.a.updatedAt", true);
        row("times", "tutorial.completedTimeline", true);
        row("times", "payload.durationMs", true);
        row("times", "factions.byId.a.fame", false);
        row("times,factions", "factions", true);
    }

    void matches()
    {
        QFETCH(QByteArray, patterns);
        QFETCH(QByteArray, path);
        QFETCH(bool, isMatch);

        const auto parsed = PathPatterns::parse(patterns.toStdString());

        QVERIFY(parsed.has_value());
        std::vector<std::string> parts;
        for (const QByteArray &part : path.split('.'))
            parts.push_back(part.toStdString());
        QCOMPARE(parsed->match(parts), isMatch);
    }

    void anEmptyPartIsAMistake_data()
    {
        QTest::addColumn<QByteArray>("patterns");
        for (const char *patterns : {"a..b", ".a", "a.", "a,,b"})
            QTest::addRow("%s", patterns) << QByteArray(patterns);
    }

    void anEmptyPartIsAMistake()
    {
        QFETCH(QByteArray, patterns);
        const auto parsed = PathPatterns::parse(patterns.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, std::string("bad_pattern"));
    }

    void manyStarsTakeNoTime()
    {
        std::vector<std::string> path(200, "a");
        std::string pattern = "**";
        for (int i = 0; i < 50; ++i)
            pattern += ".a.**";
        const auto parsed = PathPatterns::parse(pattern + ".b");
        QVERIFY(!parsed->match(path));
    }
};

QTEST_APPLESS_MAIN(tst_PathPatterns)
#include "tst_PathPatterns.moc"
