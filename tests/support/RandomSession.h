// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mission/SeededRandom.h"

#include <QByteArray>
#include <QByteArrayList>

namespace inspector {

/// The text of a session with a bit of everything that a file may hold, good and bad; the same seed gives the
/// same bytes.
class RandomSession
{
public:
    explicit RandomSession(std::uint64_t seed)
        : m_random(seed)
    {}

    [[nodiscard]] QByteArray text(int lines)
    {
        QByteArray text = oneOf({"", "\xef\xbb\xbf"});
        for (int i = 0; i < lines; ++i)
            text.append(line().replace('\'', '"')).append(oneOf({"\n", "\n", "\n", "\r\n", " \n"}));
        if (oneOf({"", "x"}).isEmpty())
            text.chop(1); // no last line end
        return text;
    }

private:
    [[nodiscard]] int number(int below)
    {
        return static_cast<int>(m_random.below(static_cast<std::uint64_t>(below)));
    }
    [[nodiscard]] QByteArray digits(int below) { return QByteArray::number(number(below)); }
    [[nodiscard]] QByteArray oneOf(const QByteArrayList &list)
    {
        return list[number(static_cast<int>(list.size()))];
    }

    // With ' in place of every ", which would hide the text.
    [[nodiscard]] QByteArray line()
    {
        switch (number(20)) {
        case 0:
            return oneOf({"", "  ", "7", "{'type':", "{'a':1}", "{'type':3}", "\xff"});
        case 1:
            return "{'type':'snapshot'," + time() + "'snapshot':" + snapshot() + transcript() + '}';
        case 2:
            return "{'type':'marker'," + time() + "'label':'m'}";
        case 3:
            return "{'type':'gap'," + time() + "'durationMs':5,'reason':'r'}";
        case 4:
            return "{'type':'" + oneOf({"odd", "other", "session"}) + "'," + time() + "'x':1}";
        default:
            return "{'type':'event'," + time() + event() + '}';
        }
    }

    [[nodiscard]] QByteArray time()
    {
        m_time += number(2000) - 100; // it goes back now and then
        const QByteArray whole = QByteArray::number(m_time);
        return oneOf({"", "'timestamp':'soon',", "'timestamp':" + whole + ",", "'timestamp':" + whole + ",",
            "'timestamp':" + whole + ".125,", "'seq':3,'timestamp':" + whole + ","});
    }

    [[nodiscard]] QByteArray event()
    {
        const QByteArray name = oneOf({"reputation:changed", "reputation:changed", "faction:attitude_changed",
            "faction:attitude_changed", "faction:reputation_reset", "faction:member_removed",
            "tutorial:started", "tutorial:step_started", "tutorial:step_started", "tutorial:step_completed",
            "tutorial:completed", "tutorial:skipped", "tutorial:control_hint_updated", "npc:moved", "odd"});
        if (number(40) == 0)
            return oneOf({"'payload':{}", "'event':7", "'event':'tutorial:started','payload':[]"});
        return "'event':'" + name + "','payload':" + payload();
    }

    [[nodiscard]] QByteArray payload()
    {
        QByteArray text = "{'factionId':'" + oneOf({"a", "b", "10", "9"}) + '\'';
        const QByteArrayList fields{"'newFame':" + digits(100), "'newInfamy':" + digits(100) + ".5",
            "'deltaFame':-" + digits(9), "'newAttitude':'" + oneOf({"hostile", "friendly", "neutral"}) + '\'',
            "'oldAttitude':'neutral'", "'cascade':" + oneOf({"true", "false", "1"}),
            "'sourceFactionId':'" + oneOf({"a", "b", "c"}) + '\'', "'stepId':'s" + digits(6) + '\'',
            "'stepIndex':" + digits(6), "'totalSteps':" + digits(9), "'title':'T" + digits(6) + '\'',
            "'canSkip':" + oneOf({"true", "null"}), "'npcId':'n" + digits(5) + '\'',
            "'highlight':{'2':1,'1':[true,null,-0.0,1e300]}", "'durationMs':" + digits(5000),
            "'completedSteps':" + oneOf({"3", "['s1','s2']"}),
            "'text':'" + QByteArray(number(300), 'x') + '\'', "'controlHint':{'label':'L','keys':['W','S']}",
            "'reason':'r" + digits(4) + '\''};
        for (const QByteArray &each : fields) {
            if (number(2) == 0)
                text.append(',').append(each);
        }
        if (number(200) == 0)
            text.append(",'description':'").append(QByteArray(70'000 + number(100), 'y')).append('\'');
        return text.append('}');
    }

    [[nodiscard]] QByteArray snapshot()
    {
        return oneOf({"{}", "null", "7", "{'factions':{'byId':{'z':{'fame':" + digits(9) + "}}}}",
            "{'tutorial':{'currentStep':'t','promptHistoryLimit':2},'quests':{'q':[1]}}",
            "{'tutorial':{'completedSteps':['s1','s1'],'completed':true}}"});
    }

    [[nodiscard]] QByteArray transcript()
    {
        return oneOf({"", "", ",'transcript':[]", ",'transcript':7",
            ",'transcript':[{'event':'e','metadata':{'k':-1.5}},{}]"});
    }

    SeededRandom m_random;
    qint64 m_time = 1'768'469'443'000;
};

} // namespace inspector
