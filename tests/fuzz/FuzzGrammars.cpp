// SPDX-License-Identifier: GPL-3.0-or-later
// What people type: filters, patterns, places, alignments. The first line is that, the rest is what it is
// held to.
#include "core/compare/SessionAlignment.h"
#include "core/diff/PathPatterns.h"
#include "core/engine/EventFilter.h"
#include "core/events/TopicPattern.h"
#include "core/expect/ExpectationFile.h"
#include "core/session/StopPoint.h"
#include "tests/fuzz/Fuzz.h"

using namespace inspector;

void fuzz(std::string_view input)
{
    const std::string_view typed = takePart(input, '\n');
    const EventFilter filter = EventFilter::parse(typed, FactionCatalogue::builtIn());
    std::string text(input);
    lowerInPlace(text.data(), text.size());
    const NameTable::Name name{SessionRecord::Type::Event, std::string(input), false};
    static_cast<void>(filter.passesText(text));
    static_cast<void>(filter.passesName(name));
    static_cast<void>(matchesPattern(typed, input));
    if (!isPattern(typed))
        require(matchesPattern(typed, input) == (typed == input), "a topic without a pattern is itself");
    if (const auto patterns = PathPatterns::parse(typed)) {
        std::vector<std::string> path;
        while (!input.empty())
            path.emplace_back(takePart(input, '.'));
        static_cast<void>(patterns->match(path));
    }
    if (const auto choice = SessionAlignment::Choice::parse(typed)) {
        const auto again = SessionAlignment::Choice::parse(choice->text());
        require(again && *again == *choice, "an alignment is read as it is written");
    }
    if (const auto stop = StopPoint::parse(typed)) {
        const auto again = StopPoint::parse(stop->text());
        require(again && *again == *stop, "a stop point is read as it is written");
    }
    static_cast<void>(parseValuePath(typed));
}
