// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveTopics.h"

#include "core/base/Utf8.h"
#include "core/events/TopicPattern.h"

#include <algorithm>

namespace inspector::live {

namespace {

constexpr std::string_view separators = " \t\r\n,";
constexpr std::size_t mostTopics = 100; // a page looks through them for each new name
constexpr std::size_t mostBytes = 200;

Result<void> check(std::string_view topic)
{
    const auto wrong = [&](std::string_view what, std::string remedy) -> Result<void> {
        constexpr std::size_t mostShown = 40;
        const std::string shown(utf8Start(topic, mostShown));
        const char *rest = shown.size() < topic.size() ? "…" : "";
        return failure("bad_topics", "\"" + shown + rest + "\" " + std::string(what), std::move(remedy));
    };
    const bool isPrintable = std::all_of(topic.begin(), topic.end(),
        [](unsigned char c) { return c > ' ' && c != '"' && c != '\\' && c < 0x7f; });
    if (topic == "*") {
        return wrong("stands for names of one part only, and events have more",
            "Write *:* for all names of two parts, and *:*:* for those of three.");
    }
    if (topic.size() > mostBytes || !isPrintable || !hasWholeSegments(topic)) {
        return wrong("is no name of events, nor a pattern of names",
            "Write them like quest:done, or faction:* where * stands for one whole part.");
    }
    if (topic.substr(0, topic.find(':')) == "worldstate") {
        return wrong("is never forwarded: each of these carries the whole state",
            "Leave it out; \"Ask for state\" has the page send its state once.");
    }
    return {};
}

} // namespace

const std::vector<std::string> &defaultTopics()
{
    static const std::vector<std::string> topics{"faction:*", "reputation:*", "tutorial:*", "quest:*",
        "objective:*", "story:*", "dialogue:*", "inventory:*", "npc:*", "district:*", "game:*", "area:*"};
    return topics;
}

Result<std::vector<std::string>> readTopics(std::string_view text)
{
    std::vector<std::string> topics;
    for (std::size_t start = 0; start < text.size();) {
        start = std::min(text.find_first_not_of(separators, start), text.size());
        const std::size_t end = std::min(text.find_first_of(separators, start), text.size());
        const std::string_view topic = text.substr(start, end - start);
        start = end;
        if (topic.empty())
            break;
        if (auto checked = check(topic); !checked)
            return tl::unexpected(std::move(checked.error()));
        if (std::find(topics.begin(), topics.end(), topic) == topics.end())
            topics.emplace_back(topic);
    }
    if (topics.size() > mostTopics) {
        return failure("bad_topics",
            "there are " + std::to_string(topics.size()) + " patterns, more than 100",
            "Let * stand for any part of a name, as in faction:*.");
    }
    return topics.empty() ? defaultTopics() : topics;
}

std::string topicsText(const std::vector<std::string> &topics)
{
    std::string text;
    for (const std::string &topic : topics)
        text.append(text.empty() ? "" : " ").append(topic);
    return text;
}

} // namespace inspector::live
