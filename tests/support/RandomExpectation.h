// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/Expectation.h"
#include "core/session/mission/SeededRandom.h"

#include <vector>

namespace inspector {

/// An expectation of any kind, of values that a RandomSession has, or may have.
inline Expectation randomExpectation(SeededRandom &random)
{
    const auto oneOf = [&](const auto &list) { return list[random.below(std::size(list))]; };
    const std::vector<ValuePath> paths{{"factions", "byId", "a", "fame"},
        {"factions", "byId", "b", "attitude"}, {"tutorial", "currentStep"}, {"tutorial", "completed"},
        {"tutorial", "completedSteps", "0"}, {"quests", "q"}};
    const std::vector<JsonValue> values{{}, true, 7, 40, "hostile", "s1", "s", JsonArray{1}};
    const std::vector<const char *> places{"tutorial:completed", "faction:attitude_changed",
        "tutorial:step_started", "never", "3", "17", "39", "400"};
    const auto place = [&] { return StopPoint::parse(oneOf(places)).value(); };
    Expectation expectation;
    expectation.path = oneOf(paths);
    expectation.op = static_cast<Expectation::Operator>(random.below(10));
    if (takesValue(expectation.op))
        expectation.value = oneOf(values);
    switch (random.below(5)) {
    case 0:
        expectation.when = Expectation::At{place()};
        break;
    case 1:
        expectation.when = Expectation::By{place()};
        break;
    case 2:
        expectation.when = Expectation::Within{static_cast<double>(random.below(20'000)), {}};
        break;
    case 3:
        expectation.when = Expectation::Within{static_cast<double>(random.below(20'000)), place()};
        break;
    default:
        break;
    }
    return expectation;
}

} // namespace inspector
