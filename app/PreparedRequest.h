// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"
#include "core/factions/FactionCatalogue.h"

#include <memory>

namespace inspector {

/// An export's request with all that its options name in files: the catalogue, the expectations.
struct PreparedRequest
{
    ExportRequest request;
    std::unique_ptr<const FactionCatalogue> catalogue; ///< the request's; the built-in one where it is null

    /// Errors: `usage` for a mission that is not there; those of loadCatalogue and readExpectations.
    [[nodiscard]] static Result<PreparedRequest> of(const Options &options);
};

} // namespace inspector
