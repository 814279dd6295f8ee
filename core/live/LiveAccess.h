// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Who may attach. Any page of any site can dial a port of this machine, so that a browser's word for where
/// the page is from, the name by which it dials, and a secret are all asked for (docs/live-protocol.md,
/// "Who may attach").
struct LiveAccess
{
    std::string token;
    std::vector<std::string> origins; ///< besides those of this machine, e.g. "https://example.org"
    bool allowsNoOrigin = false;      ///< also a missing one and "null", as programs and files have it

    /// 128 bits from the system's source, in hex.
    [[nodiscard]] static std::string makeToken();

    /// Of the Host header. Error `bad_host`.
    [[nodiscard]] static Result<void> checkHost(std::string_view host);
    /// Of the Origin header; empty where there was none. Error `bad_origin`.
    [[nodiscard]] Result<void> checkOrigin(std::string_view origin) const;
    /// Takes as long for any text of that length. Error `bad_token`.
    [[nodiscard]] Result<void> checkToken(std::string_view given) const;
};

} // namespace inspector
