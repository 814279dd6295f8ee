// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diff/JsonChange.h"
#include "core/diff/PathPatterns.h"

namespace inspector {

/// What makes `head` of `base`, in the order of their members; the order of an object's members is no
/// difference. Elements of a list are known by their `id` where all of both lists have one of their own, else
/// by their content, as far as a list is not so long that comparing each with each would take too long.
[[nodiscard]] JsonChanges diffJson(
    const JsonValue &base, const JsonValue &head, const PathPatterns &ignored = {});

/// Whether diffJson finds nothing; stops at the first difference. `path` is where the two stand.
[[nodiscard]] bool isSameJson(const JsonValue &base, const JsonValue &head, const PathPatterns &ignored,
    std::vector<std::string> path = {});

} // namespace inspector
