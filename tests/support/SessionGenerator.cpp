// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SessionGenerator.h"

#include <QIODevice>

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <span>

namespace inspector {

namespace {

/// An event's members as they stand in a record. `%` and a letter is a value that is drawn: e entity, f
/// faction id, a attitude, s step id, i step index, n number from 0 to 100, c coordinate, r ratio from -1 to
/// 1, t the record's time.
struct Pattern
{
    std::uint64_t weight;
    std::string_view text;
};

constexpr std::array<Pattern, 12> unreduced{{
    {40,
        R"("event":"evidence:sensed","payload":{"entityId":%e,"evidenceId":"clue_%n_ledger","distance":%c,"position":{"x":%n,"y":%n}})"},
    {22,
        R"("event":"zone","payload":{"entityA":%e,"entityB":%e,"contact":{"touching":true,"normalX":%r,"normalY":%r,"depth":%c,"pushX":%c,"pushY":%c,"atX":%c,"atY":%c}})"},
    {11,
        R"("event":"contact","payload":{"entityA":%e,"entityB":%e,"contact":{"touching":true,"normalX":0,"normalY":-1,"depth":%n,"pushX":0,"pushY":-%n,"atX":%n,"atY":%n}})"},
    {10,
        R"("event":"ui:prompt_shown","payload":{"text":"Look at the crate by the pier","position":{"x":%n,"y":%n},"bindingAction":"interact","bindingFallback":"the E key","source":"investigation:evidence"})"},
    {3, R"("event":"camera:moved","payload":{"x":-%n,"y":-%n})"},
    {3, R"("event":"player:moving","payload":{"direction":{"x":1,"y":0},"position":{"x":%c,"y":%n}})"},
    {3, R"("event":"player:moved","payload":{"from":{"x":%c,"y":%n},"to":{"x":%c,"y":%n},"velocity":{"x":%c,"y":0}})"},
    {2, R"("event":"fx:metrics","payload":{"timestamp":%c,"intervalSeconds":0.25,"perSecond":%n,"active":3,"totals":{"accepted":%n,"deferred":0,"dropped":0},"averages":{"perSecond":0,"active":3},"peaks":{"active":3,"queued":0,"perSecond":0}})"},
    {2, R"("event":"audio:mood:set","payload":{"mood":"calm","options":{"force":false,"priority":"low","source":"suspicion","metadata":{"suspicion":%n,"alert":false,"combat":false,"hint":null}}})"},
    {2, R"("event":"fx:particles","payload":{"effectId":"footfallDust","preset":"dust-small","intensity":0.58,"spawnCount":16,"durationMs":300,"metadata":{"source":"FootfallOverlay","worldPosition":{"x":%c,"y":%n},"concurrency":{"effect":1,"global":1,"queued":0}}})"},
    {1, R"("event":"input:moveRight:pressed","payload":{"action":"moveRight","timestamp":%t})"},
    {1, R"("event":"npc:attitude_shown","payload":{"entityId":%e,"factionId":"%f","newAttitude":"%a","previousAttitude":null,"dialogueVariant":"%a","reputation":{"fame":%n,"infamy":%n},"source":"tick","timestamp":%t})"},
}};

// Without faction:reputation_reset: it would forget the factions whose number is a parameter.
constexpr std::array<Pattern, 4> ofFactions{{
    {50,
        R"("event":"reputation:changed","payload":{"factionId":"%f","factionName":"Guild of the Quay","deltaFame":%n,"deltaInfamy":-%n,"newFame":%n,"newInfamy":%n,"reason":"a crate was brought back to its owner"})"},
    {30,
        R"("event":"faction:attitude_changed","payload":{"factionId":"%f","factionName":"Guild of the Quay","oldAttitude":"%a","newAttitude":"%a","sourceFactionName":null})"},
    {18,
        R"("event":"faction:attitude_changed","payload":{"factionId":"%f","factionName":"Guild of the Quay","oldAttitude":"%a","newAttitude":"%a","cascade":true,"source":"%f","sourceFactionName":"Night Porters"})"},
    {2, R"("event":"faction:member_removed","payload":{"factionId":"%f","factionName":"Guild of the Quay","npcId":"porter_%n","entityId":%e,"tag":"guard"})"},
}};

constexpr std::array<std::string_view, 3> ofStep{
    R"("event":"tutorial:step_started","payload":{"stepId":"%s","stepIndex":%i,"totalSteps":400,"title":"Walk to the pier","description":"Use the keys that are shown to walk along the quay to the pier.","highlight":{"type":"none"},"position":{"x":400,"y":100},"canSkip":true,"controlHint":{"label":"Move","keys":["W","A","S","D"],"note":"or the arrow keys"},"startedAt":%t})",
    R"("event":"tutorial:control_hint_updated","payload":{"stepId":"%s","controlHint":{"label":"Move","keys":["up","left","down","right"],"note":null},"updatedAt":%t})",
    R"("event":"tutorial:step_completed","payload":{"stepId":"%s","stepIndex":%i,"totalSteps":400,"completedAt":%t,"durationMs":%n})",
};

constexpr std::array<std::string_view, 5> attitudes{"hostile", "unfriendly", "neutral", "friendly", "allied"};

std::string_view drawn(std::span<const Pattern> patterns, SeededRandom &random)
{
    const auto add = [](std::uint64_t sum, const Pattern &pattern) { return sum + pattern.weight; };
    std::uint64_t left =
        random.below(std::accumulate(patterns.begin(), patterns.end(), std::uint64_t{0}, add));
    const auto chosen = std::find_if(patterns.begin(), patterns.end(), [&](const Pattern &pattern) {
        const bool isIt = left < pattern.weight;
        left -= isIt ? 0 : pattern.weight;
        return isIt;
    });
    return chosen->text;
}

template <class Number>
void appendNumber(std::string &text, Number number)
{
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    static_cast<void>(error); // 32 digits hold every double and every integer
    text.append(digits.data(), end);
}

/// From 0 to `most`, with as many digits as a double has.
double fraction(SeededRandom &random, double most)
{
    constexpr std::uint64_t parts = 1ULL << 53U;
    return most * static_cast<double>(random.below(parts)) / static_cast<double>(parts);
}

} // namespace

SessionGenerator::SessionGenerator(const Options &options)
    : m_options(options)
    , m_random(options.seed)
    , m_time(1'768'469'400'000)
{}

bool SessionGenerator::appendRecord(std::string &text)
{
    constexpr std::uint64_t longestPause = 8; // ms
    if (m_made == m_options.records)
        return false;
    m_time += m_random.below(longestPause);
    if (m_made == 0) {
        appendFilled(text,
            R"({"type":"session","schema":"telemetry-session/1","game":"harbour","build":"1","startedAt":%t,"timestamp":%t)");
    } else {
        appendFilled(text, R"({"type":"event","timestamp":%t,)");
        appendEvent(text);
    }
    appendNumber(text += R"(,"seq":)", ++m_made);
    text += "}\n";
    return true;
}

void SessionGenerator::appendEvent(std::string &text)
{
    if (!m_options.onlyReduced && m_random.below(2) == 0)
        appendFilled(text, drawn(unreduced, m_random));
    else if (m_random.below(2) == 0)
        appendFilled(text, drawn(ofFactions, m_random));
    else
        appendTutorialEvent(text);
}

void SessionGenerator::appendTutorialEvent(std::string &text)
{
    appendFilled(text, ofStep[m_stepEvent]);
    m_stepEvent = (m_stepEvent + 1) % ofStep.size();
    if (m_stepEvent == 0)
        m_step = (m_step + 1) % std::max<std::uint64_t>(m_options.tutorialSteps, 1);
}

void SessionGenerator::appendFilled(std::string &text, std::string_view pattern)
{
    for (;;) {
        const std::size_t mark = pattern.find('%');
        text += pattern.substr(0, mark);
        if (mark == std::string_view::npos)
            return;
        appendDrawn(text, pattern[mark + 1]);
        pattern.remove_prefix(mark + 2);
    }
}

void SessionGenerator::appendDrawn(std::string &text, char what)
{
    constexpr std::uint64_t entities = 40;
    constexpr double worldSize = 800;
    switch (what) {
    case 'e':
        return appendNumber(text, 1 + m_random.below(entities));
    case 'f':
        return appendNumber(text += "quay_guild_", m_random.below(m_options.factions));
    case 'a':
        text += attitudes[m_random.below(attitudes.size())];
        return;
    case 's':
        return appendNumber(text += "walk_the_pier_", m_step);
    case 'i':
        return appendNumber(text, m_step);
    case 'n':
        return appendNumber(text, m_random.below(101));
    case 'c':
        return appendNumber(text, fraction(m_random, worldSize));
    case 'r':
        return appendNumber(text, fraction(m_random, 2) - 1);
    default:
        return appendNumber(text, m_time);
    }
}

Result<void> SessionGenerator::writeTo(QIODevice &device)
{
    constexpr std::size_t blockBytes = 1U << 20U;
    std::string block;
    bool more = true;
    while (more) {
        block.clear();
        while (more && block.size() < blockBytes)
            more = appendRecord(block);
        const auto size = static_cast<qint64>(block.size());
        if (device.write(block.data(), size) != size)
            return failure(
                "write_failed", "the session was not written: " + device.errorString().toStdString());
    }
    return {};
}

} // namespace inspector
