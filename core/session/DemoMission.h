// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/mission/MissionScript.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// A mission that nobody needs to play: a seeded simulation of the game, to try everything out with
/// (docs/missions.md).
class DemoMission
{
public:
    /// The missions that come with the program, sorted.
    [[nodiscard]] static std::vector<std::string> names();

    /// One of them, with the factions of `catalogue`; what needs a faction that it lacks is left out. Errors:
    /// `unknown_mission`, `bad_mission`.
    [[nodiscard]] static Result<DemoMission> load(std::string_view name, const FactionCatalogue &catalogue);
    /// A mission from the text of its file; `source` (a file name) is for the messages. Error: `bad_mission`.
    [[nodiscard]] static Result<DemoMission> fromJson(
        std::string_view json, std::string_view source, const FactionCatalogue &catalogue);

    [[nodiscard]] const std::string &title() const { return m_script.title; }

    /// The text of a whole session file (telemetry-session/1). The same mission, catalogue and seed give the
    /// same bytes on every machine.
    [[nodiscard]] std::string session(std::uint64_t seed) const;

private:
    DemoMission(MissionScript script, FactionCatalogue catalogue);

    MissionScript m_script;
    FactionCatalogue m_catalogue;
};

} // namespace inspector
