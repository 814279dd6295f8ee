// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mission/MissionScript.h"
#include "core/session/mission/RecordLines.h"
#include "core/session/mission/ReputationModel.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// Plays a mission once. The clock stands still except for waiting; other traffic fills the waiting.
class MissionSimulation
{
public:
    /// The script must have no faction that the catalogue lacks; both must outlive the simulation.
    MissionSimulation(const MissionScript &script, const FactionCatalogue &catalogue, std::uint64_t seed);

    /// The session file. To be called once.
    [[nodiscard]] std::string run();

private:
    void play(const Chapter &chapter);
    void play(const std::vector<Move> &moves);
    void play(const WaitMove &move);
    void play(const EventMove &move);
    void play(const ReputationMove &move);
    void play(const MarkerMove &move);
    void play(const GapMove &move);
    void play(const ClockBackMove &move);
    void play(const TutorialMove &move);
    void play(const StartStepMove &move);
    void play(const CompleteStepMove &move);
    void play(const HintMove &move);
    void play(const RepeatMove &move);

    [[nodiscard]] std::vector<const Beat *> drawBeats(const Chapter &chapter);
    void wait(double ms);
    void emitEvent(std::string_view name, JsonObject::Members payload);
    void emitCrossing(const ReputationModel::Crossing &crossing);
    [[nodiscard]] JsonObject::Members stepMembers(std::size_t step) const;
    [[nodiscard]] JsonValue drawText(const TextChoices &choices);

    const MissionScript &m_script;
    const FactionCatalogue &m_catalogue;
    const std::uint64_t m_seed;
    SeededRandom m_random;
    ReputationModel m_model;
    RecordLines m_lines;
    TimeMs m_now = 0;
    const Traffic *m_traffic = nullptr; // of this chapter
    std::vector<double> m_places;       // of the walks

    std::vector<std::optional<TimeMs>> m_stepStartedAt; // as the steps of the script
    std::optional<std::size_t> m_currentStep;
    JsonArray m_completedSteps;
};

} // namespace inspector
