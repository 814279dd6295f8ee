// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/ProblemList.h"
#include "core/state/WorldState.h"
#include "core/tutorial/TranscriptState.h"

#include <array>
#include <cstddef>
#include <string>

namespace inspector {

/// Whether a list of limited length was full, so that its oldest elements went when others came. For one
/// thread.
class DropCheck
{
public:
    void before(const WorldState &state, const Action &action);
    void after(const WorldState &state, const Problem::Place &place, ProblemList &problems);
    /// To be called behind each event, and each snapshot.
    void afterEvent(const TranscriptState &transcript, const Problem::Place &place, ProblemList &problems);
    void afterSnapshot(const TranscriptState &transcript);

private:
    /// As much of a list as tells whether elements came and went.
    struct Mark
    {
        std::size_t size = 0;
        const void *last = nullptr;
    };
    enum List
    {
        Removals,
        Attitudes,
        Prompts,
        PromptSnapshots,
        ListCount,
    };
    using Marks = std::array<Mark, ListCount>;

    template <class T>
    [[nodiscard]] static Mark markOf(const SharedList<Shared<T>> &list)
    {
        return {list.size(), list.empty() ? nullptr : &*list.back()};
    }
    /// Elements came, and at least as many went.
    [[nodiscard]] static bool hasDropped(const Mark &before, const Mark &after)
    {
        return after.size > 0 && after.size <= before.size && after.last != before.last;
    }

    [[nodiscard]] std::string nameOf(List list) const;
    [[nodiscard]] Marks marksOf(const WorldState &state) const;

    Marks m_marks;
    Mark m_transcript;
    std::string m_factionId; // of the action that is being reduced
    bool m_isHint = false;   // which replaces a prompt where it stands
    bool m_isTutorial = false;
};

} // namespace inspector
