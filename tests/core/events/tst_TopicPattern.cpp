// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/TopicPattern.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_TopicPattern : public QObject
{
    Q_OBJECT

private slots:
    void patterns_data()
    {
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<bool>("pattern");
        QTest::addRow("name") << QByteArray("faction:reset") << false;
        QTest::addRow("empty") << QByteArray("") << false;
        QTest::addRow("only a star") << QByteArray("*") << true;
        QTest::addRow("star first") << QByteArray("*:reset") << true;
        QTest::addRow("star amid") << QByteArray("a:*:c") << true;
        QTest::addRow("star last") << QByteArray("faction:*") << true;
        QTest::addRow("star within a segment") << QByteArray("faction:re*") << false;
        QTest::addRow("two stars in a segment") << QByteArray("faction:**") << false;
    }

    void patterns()
    {
        QFETCH(QByteArray, topic);
        QFETCH(bool, pattern);
        QCOMPARE(isPattern(topic.toStdString()), pattern);
    }

    void matches_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("match");
        const auto row = [](const char *title, const char *pattern, const char *name, bool match) {
            QTest::addRow("%s", title) << QByteArray(pattern) << QByteArray(name) << match;
        };
        row("one segment for the star", "faction:*", "faction:reset", true);
        row("star first", "*:reset", "faction:reset", true);
        row("star amid", "a:*:c", "a:b:c", true);
        row("all stars", "*:*", "a:b", true);
        row("an empty segment is one", "faction:*", "faction:", true);
        row("a star takes no colon", "faction:*", "faction:a:b", false);
        row("too few segments", "faction:*", "faction", false);
        row("too many segments", "*", "a:b", false);
        row("a lone star and a plain name", "*", "tick", true);
        row("a lone star and the empty name", "*", "", true);
        row("another first segment", "faction:*", "factions:reset", false);
        row("another last segment", "*:reset", "faction:resets", false);
        row("case matters", "faction:*", "Faction:reset", false);
        row("a star within a segment is plain", "a*:*", "ab:c", false);
        row("the same name", "a:b", "a:b", true);
        row("a trailing colon", "a:b", "a:b:", false);
    }

    void matches()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, name);
        QFETCH(bool, match);
        QCOMPARE(matchesPattern(pattern.toStdString(), name.toStdString()), match);
    }
};

QTEST_APPLESS_MAIN(tst_TopicPattern)
#include "tst_TopicPattern.moc"
