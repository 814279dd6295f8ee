// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace inspector::live {

/// Patterns of names that are forwarded unless somebody wants others (docs/live-protocol.md).
[[nodiscard]] const std::vector<std::string> &defaultTopics();

/// The patterns that somebody wrote, with spaces or commas between, each once; the default ones where there
/// are none. Error `bad_topics`.
[[nodiscard]] Result<std::vector<std::string>> readTopics(std::string_view text);

/// Patterns as readTopics() reads them.
[[nodiscard]] std::string topicsText(const std::vector<std::string> &topics);

} // namespace inspector::live
