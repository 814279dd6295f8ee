// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/InspectorFrame.h"
#include "ui/common/TextTableModel.h"
#include "ui/common/Theme.h"
#include "ui/plot/LaneContent.h"
#include "ui/plot/TrackAxis.h"

#include <vector>

namespace inspector {

/// Two lanes: the steps as spans with hint updates at their foot, and the snapshots that the slice took.
[[nodiscard]] std::vector<LaneContent> tutorialLanes(
    const InspectorFrame &frame, const Theme &theme, const TrackAxis &axis, int width);

/// The heads of these lanes.
[[nodiscard]] std::vector<LaneHead> tutorialHeads(const InspectorFrame &frame);

/// What stands above them in a picture.
[[nodiscard]] QString tutorialLanesTitle();

/// The steps of the session so far, as rows: step, title, began, took, ended. `cursor` is the record up to
/// which.
[[nodiscard]] std::vector<TextTableModel::Row> stepRows(const InspectorFrame &frame, std::uint64_t cursor);
/// The snapshots in the state, the newest last: time, event, step, completed, prompt.
[[nodiscard]] std::vector<TextTableModel::Row> promptSnapshotRows(const InspectorFrame &frame);
/// The transcript of the state, the newest last: time, what, prompt, what followed.
[[nodiscard]] std::vector<TextTableModel::Row> transcriptRows(const InspectorFrame &frame);

} // namespace inspector
