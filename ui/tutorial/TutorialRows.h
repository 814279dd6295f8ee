// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/InspectorFrame.h"
#include "ui/common/TextTableModel.h"

#include <vector>

namespace inspector {

/// The steps of the session so far, as rows: step, title, began, took, ended. `cursor` is the record up to
/// which.
[[nodiscard]] std::vector<TextTableModel::Row> stepRows(const InspectorFrame &frame, std::uint64_t cursor);
/// The snapshots in the state, the newest last: time, event, step, completed, prompt.
[[nodiscard]] std::vector<TextTableModel::Row> promptSnapshotRows(const InspectorFrame &frame);
/// The transcript of the state, the newest last: time, what, prompt, what followed.
[[nodiscard]] std::vector<TextTableModel::Row> transcriptRows(const InspectorFrame &frame);

} // namespace inspector
