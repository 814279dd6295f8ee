// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/JsonValue.h"
#include "core/session/mission/MissionNames.h"
#include "core/session/mission/NumberRange.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace inspector {

class FactionCatalogue;

/// A number that wanders, such as a coordinate of the player.
struct Walk
{
    double start = 0;
    NumberRange step;
    double min = 0;
    double max = 0;
};

/// What the placeholders of a payload are filled from.
struct PayloadContext
{
    SeededRandom &random;
    const FactionCatalogue &catalogue;
    const std::vector<Walk> &walks;
    std::vector<double> &places; ///< where each walk is
    TimeMs now = 0;
};

/// A JSON value with places that are filled in anew each time (docs/missions.md, "Payloads").
class PayloadTemplate
{
public:
    /// An empty object.
    PayloadTemplate();

    /// Reads any JSON value; an object whose only member starts with `$` is a placeholder.
    [[nodiscard]] static PayloadTemplate read(const StrictJson &json, MissionNames &names);

    /// The value with every place filled, in the order in which it is written.
    [[nodiscard]] JsonValue fill(const PayloadContext &context) const;

private:
    struct OneOf
    {
        std::vector<PayloadTemplate> choices;
    };
    struct WalkOn
    {
        std::size_t walk = 0;
    };
    struct WalkPlace
    {
        std::size_t walk = 0;
    };
    struct Now
    {};
    struct FactionName
    {
        std::string factionId;
    };
    struct Object
    {
        std::vector<std::string> keys;
        std::vector<PayloadTemplate> values;
    };
    struct List
    {
        std::vector<PayloadTemplate> values;
    };
    using Node =
        std::variant<JsonValue, NumberRange, OneOf, WalkOn, WalkPlace, Now, FactionName, Object, List>;

    explicit PayloadTemplate(Node node);
    [[nodiscard]] static Node readPlaceholder(
        std::string_view key, const StrictJson &json, MissionNames &names);
    [[nodiscard]] static std::vector<PayloadTemplate> readList(const StrictJson &json, MissionNames &names);
    [[nodiscard]] static Object readObject(const StrictJson &json, MissionNames &names);

    [[nodiscard]] static JsonValue fill(const JsonValue &value, const PayloadContext &) { return value; }
    [[nodiscard]] static JsonValue fill(const NumberRange &range, const PayloadContext &context);
    [[nodiscard]] static JsonValue fill(const OneOf &oneOf, const PayloadContext &context);
    [[nodiscard]] static JsonValue fill(const WalkOn &on, const PayloadContext &context);
    [[nodiscard]] static JsonValue fill(const WalkPlace &place, const PayloadContext &context);
    [[nodiscard]] static JsonValue fill(const Now &, const PayloadContext &context) { return context.now; }
    [[nodiscard]] static JsonValue fill(const FactionName &name, const PayloadContext &context);
    [[nodiscard]] static JsonValue fill(const Object &object, const PayloadContext &context);
    [[nodiscard]] static JsonValue fill(const List &list, const PayloadContext &context);

    Node m_node;
};

} // namespace inspector
