// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/publish/CiProvider.h"
#include "core/publish/PublishCommand.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// How the artifacts of an export are handed over.
struct PublishRequest
{
    std::optional<bool> dryRun; ///< hand nothing over and run nothing; true outside of CI where it is absent
    std::optional<CiProvider> provider;        ///< None: nobody; the one that is detected where it is absent
    std::vector<PublishCommand> commands;      ///< the caller's, behind those for the provider
    std::chrono::milliseconds timeout{60'000}; ///< of a command that has none of its own
    bool required = false;                     ///< a command that fails, fails the export
    std::string manifestFile;                  ///< `<artifact folder>/ci-artifacts.json` where it is empty
    std::string junitFile;                     ///< none where it is empty
    std::string prefix;
    std::string shard;  ///< "2-of-4" where this is a part of an export, else empty
    JsonObject context; ///< the caller's, for the manifest
    JsonObject options; ///< those in effect, for the manifest
};

} // namespace inspector
