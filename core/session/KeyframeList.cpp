// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/KeyframeList.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

/// What a changed state does not share however little changed: pointers to the pieces of its lists.
std::size_t spineBytes(const ReplayState &state)
{
    const TutorialState &tutorial = state.world.get<TutorialSlice>();
    return state.world.get<FactionSlice>().byId.size() + tutorial.completedSteps.size() +
           tutorial.completedTimeline.size() + tutorial.stepDurations.size();
}

std::variant<ReplayState, FrozenState> contentOf(
    const ReplayState &state, std::size_t maxFrozenBytes, HeldParts &before, ColdFile *cold)
{
    if (auto frozen = FrozenState::freeze(state, maxFrozenBytes, &before, cold))
        return std::move(*frozen);
    return state;
}

} // namespace

KeyframeList::KeyframeList(const Options &options, const ReplayState &start)
    : m_options(options)
    , m_spacing(std::max<std::uint64_t>(options.spacing, 1))
{
    append({0, contentOf(start, options.maxFrozenBytes, m_parts, nullptr), true, 0});
}

bool KeyframeList::advance(const RecordPlace &place)
{
    m_steps += 1 + place.length / bytesPerStep;
    m_textBytes += place.length;
    m_longestText = std::max(m_longestText, place.length);
    m_readTo = place.offset + place.length;
    return m_steps >= m_spacing;
}

void KeyframeList::set(std::uint64_t number, const ReplayState &state, bool pinned, ColdFile *cold)
{
    append({number, contentOf(state, m_options.maxFrozenBytes, m_parts, cold), pinned,
        std::exchange(m_textBytes, 0)});
    m_steps = 0;
    if (m_list.size() > m_options.maxCount || m_bytes > m_options.maxBytes || willBeTooMany())
        thin();
}

const Keyframe &KeyframeList::nearest(std::uint64_t number) const
{
    std::size_t begin = 0; // at 0, and so never behind
    std::size_t end = m_list.size();
    while (end - begin > 1) {
        const std::size_t middle = begin + (end - begin) / 2;
        (m_list[middle].number <= number ? begin : end) = middle;
    }
    return m_list[begin];
}

void KeyframeList::append(Keyframe keyframe)
{
    m_bytes += bytesOf(keyframe);
    m_list.push_back(std::move(keyframe));
}

// Of too few keyframes nothing follows, and an input whose states shrink should not be left with fewer than
// there is room for: hence the margin.
bool KeyframeList::willBeTooMany() const
{
    constexpr std::size_t enough = 64;
    constexpr double margin = 1.1;
    if (m_list.size() < enough || m_readTo >= m_options.inputBytes)
        return false;
    const double whole = static_cast<double>(m_options.inputBytes) / static_cast<double>(m_readTo);
    const auto exceeds = [&](std::size_t now, std::size_t limit) {
        return static_cast<double>(now) * whole > margin * static_cast<double>(limit);
    };
    return exceeds(m_list.size(), m_options.maxCount) || exceeds(m_bytes, m_options.maxBytes);
}

void KeyframeList::thin()
{
    const SharedList<Keyframe> all = std::exchange(m_list, {});
    m_bytes = 0;
    m_spacing *= 2;
    std::uint64_t dropped = 0;
    bool drop = false;
    for (const Keyframe &each : all) {
        Keyframe keyframe = each;
        keyframe.textBytes += std::exchange(dropped, 0);
        if (drop && !keyframe.pinned)
            dropped = keyframe.textBytes;
        else
            append(std::move(keyframe));
        drop = !drop;
    }
    if (m_list.back().number == all.back().number)
        return;
    m_textBytes += dropped; // the way from the last but one is the longer
    m_steps += m_spacing / 2;
}

std::size_t KeyframeList::bytesOf(const Keyframe &keyframe) const
{
    // A state holds no more than the newest few texts and a record per faction, however many went by.
    constexpr std::size_t textsHeld = 64;
    constexpr std::size_t bytesPerFaction = 4096;
    if (const auto *frozen = std::get_if<FrozenState>(&keyframe.content)) {
        static const HeldParts none;
        const auto *before = m_list.empty() ? nullptr : std::get_if<FrozenState>(&m_list.back().content);
        const HeldParts &heldBefore = before == nullptr ? none : before->held();
        return sizeof keyframe + frozen->bytes() + frozen->held().bytesBeyond(heldBefore);
    }
    const auto &state = std::get<ReplayState>(keyframe.content);
    const std::size_t most =
        textsHeld * m_longestText + bytesPerFaction * state.world.get<FactionSlice>().byId.size();
    return sizeof keyframe + spineBytes(state) + std::min<std::size_t>(2 * keyframe.textBytes, most);
}

} // namespace inspector
