// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/base/Result.h"
#include "core/changes/StateValue.h"
#include "core/session/StopPoint.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace inspector {

/// What somebody expects of a value of the state, at some time of a session (docs/expectations.md).
struct Expectation
{
    enum class Operator
    {
        Equals,
        NotEquals,
        LessThan,
        AtMost,
        GreaterThan,
        AtLeast,
        Contains, ///< a text in a text, an element in a list, a key in an object
        Matches,  ///< a text, a regular expression as of PCRE2, anywhere in it
        Exists,   ///< is there and not null
        Missing,
    };

    static constexpr double longestMs = 1e12; ///< of Within; some thirty years

    struct AtEnd
    {
        friend bool operator==(const AtEnd &, const AtEnd &) = default;
    };
    /// Just behind the place.
    struct At
    {
        StopPoint place;
        friend bool operator==(const At &, const At &) = default;
    };
    /// At any time up to just behind the place.
    struct By
    {
        StopPoint place;
        friend bool operator==(const By &, const By &) = default;
    };
    /// At any time from the place on, or from the first record, for as many ms of the session's own time.
    struct Within
    {
        double ms = 0;
        std::optional<StopPoint> after;
        friend bool operator==(const Within &, const Within &) = default;
    };
    using When = std::variant<AtEnd, At, By, Within>;

    std::string name; ///< the title in reports; may be empty
    ValuePath path;
    Operator op = Operator::Equals;
    JsonValue value; ///< null with Exists and Missing
    When when = AtEnd{};

    /// Whether a value is as expected. A value that is not there is null; one of another type is never less,
    /// more, or containing anything.
    [[nodiscard]] bool isMetBy(const JsonValue &actual) const;

    /// "factions.byId.wraith_network.fame at least 20 by tutorial:completed"
    [[nodiscard]] std::string text() const;
    /// The name; the text where there is none.
    [[nodiscard]] std::string title() const { return name.empty() ? text() : name; }

    /// Both, where there is a name.
    [[nodiscard]] std::string wholeTitle() const
    {
        return name.empty() ? text() : name + " (" + text() + ")";
    }

    friend bool operator==(const Expectation &, const Expectation &) = default;
};

/// "atLeast", as files have it.
[[nodiscard]] std::string_view nameOf(Expectation::Operator op);
/// "at least", as people read it.
[[nodiscard]] std::string_view wordsOf(Expectation::Operator op);
/// Nothing where there is none of that name.
[[nodiscard]] std::optional<Expectation::Operator> operatorOf(std::string_view name);
/// Whether it compares with a value.
[[nodiscard]] bool takesValue(Expectation::Operator op);

/// Why nothing can be compared with `value` by `op`; nothing where it can.
[[nodiscard]] std::optional<std::string> problemOf(Expectation::Operator op, const JsonValue &value);

} // namespace inspector
