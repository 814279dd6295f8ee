// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace inspector {

/// The slot that a save goes to when none is named, and the one that is never removed to make room.
inline constexpr std::string_view autosaveSlot = "autosave";

/// The slot that a typed name stands for (docs/formats.md, "Slots"): lower case, `[a-z0-9_-]` only, at most
/// 32 characters; `autosave` where nothing is left.
[[nodiscard]] std::string slotName(std::string_view typed);
/// The slot of that number: `slot<n>`.
[[nodiscard]] std::string slotName(std::uint64_t number);

/// The name as a person typed it, without the white space around it.
[[nodiscard]] std::string slotLabel(std::string_view typed);

/// Whether `name` may stand in a slot folder: 1 to 32 characters of `[a-z0-9_-]`, and not `metadata`, whose
/// file is the folder's own list. Every result of slotName but that one may.
[[nodiscard]] bool isSlotName(std::string_view name);

/// The file of a slot in its folder, `save_<slot>.json`, and back: empty where `fileName` is that of no slot.
[[nodiscard]] std::string slotFileName(std::string_view slot);
[[nodiscard]] std::string_view slotOfFileName(std::string_view fileName);

} // namespace inspector
