// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/JsonValue.h"
#include "core/base/Result.h"
#include "core/session/mission/PayloadTemplate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace inspector {

class FactionCatalogue;

/// Texts of which one is drawn; none where it is empty.
using TextChoices = std::vector<std::string>;

// What a beat is made of: each a line of a mission file (docs/missions.md, "Moves").

struct WaitMove
{
    NumberRange ms;
};
struct EventMove
{
    std::string name;
    PayloadTemplate payload;
};
struct ReputationMove
{
    std::string factionId;
    NumberRange fame, infamy;
    TextChoices reasons;
};
struct MarkerMove
{
    std::string label;
    std::optional<std::string> note;
};
struct GapMove
{
    NumberRange ms;
    std::string reason;
};
struct ClockBackMove
{
    NumberRange ms;
};
struct TutorialMove
{
    enum class What
    {
        Start,
        Complete,
        Skip,
    };
    What what = What::Start;
};
struct StartStepMove
{
    std::size_t step = 0;
};
struct CompleteStepMove
{
    std::size_t step = 0;
};
struct HintMove
{
    std::size_t step = 0;
    JsonValue controlHint;
};
struct RepeatMove;

using Move = std::variant<WaitMove, EventMove, ReputationMove, MarkerMove, GapMove, ClockBackMove,
    TutorialMove, StartStepMove, CompleteStepMove, HintMove, RepeatMove>;

struct RepeatMove
{
    NumberRange times;
    std::vector<Move> moves;
};

/// A few moves that belong together.
struct Beat
{
    std::uint64_t weight = 1;               ///< how likely it is drawn before others
    std::vector<std::string> needsFactions; ///< left out of the mission where the catalogue lacks one
    std::vector<Move> moves;
};

struct Chapter
{
    MarkerMove marker; ///< at its start
    std::size_t traffic = 0;
    std::vector<Beat> beats;
    bool anyOrder = false;           ///< else as written
    std::optional<NumberRange> play; ///< how many of the beats; all where it is absent
    NumberRange pause;               ///< ms after each beat
};

/// What else happens while time passes.
struct Traffic
{
    struct Source
    {
        std::uint64_t weight = 1;
        std::vector<std::string> needsFactions;
        EventMove event;
    };

    NumberRange every; ///< ms between two events
    std::vector<Source> sources;
};

struct TutorialStep
{
    std::string id;
    JsonObject::Members prompt; ///< title, description, highlight, position, canSkip, controlHint
    TextChoices followUps;
};

/// A mission as its file tells it (docs/missions.md).
struct MissionScript
{
    std::string title, game, build;
    TimeMs startedAt = 0;
    TextChoices ending; ///< what follows the completed tutorial
    std::vector<TutorialStep> steps;
    std::vector<Walk> walks;
    std::vector<Traffic> traffic; ///< the first is silence
    std::vector<Chapter> chapters;

    /// Reads a mission; `source` (a file name) is for the messages. Error: `bad_mission`, with the path of
    /// the first member that is wrong.
    [[nodiscard]] static Result<MissionScript> fromJson(std::string_view json, std::string_view source);

    /// The mission without the beats and the traffic that need a faction which the catalogue lacks.
    [[nodiscard]] MissionScript withFactionsOf(const FactionCatalogue &catalogue) const;
};

} // namespace inspector
