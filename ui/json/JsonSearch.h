// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <QString>

#include <vector>

namespace inspector {

/// A row of a JsonTreeModel: the place among its siblings, from the root down.
using JsonRowPath = std::vector<int>;

/// The members whose key or plain value holds `needle`, in whatever case, or where the path does, with dots
/// between the keys, and ends with it; in the order of the tree, and no more than `most`. Nothing for an
/// empty needle.
[[nodiscard]] std::vector<JsonRowPath> searchJson(
    const JsonValue &value, const QString &needle, std::size_t most = 1000);

} // namespace inspector
