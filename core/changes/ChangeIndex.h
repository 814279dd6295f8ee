// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/KeyOrderedMap.h"
#include "core/changes/ChangeList.h"

namespace inspector {

/// Which record changed which values of the state: a list of changes for each struct of it
/// (docs/architecture.md, "Why").
struct ChangeIndex
{
    ChangeList factionSlice;              ///< FactionState without its records
    KeyOrderedMap<ChangeList> factions;   ///< FactionRecord
    ChangeList tutorial;                  ///< TutorialState
    KeyOrderedMap<ChangeList> otherParts; ///< what snapshots brought for slices that are not ours, each whole

    [[nodiscard]] std::size_t bytesUsed() const;
};

} // namespace inspector
