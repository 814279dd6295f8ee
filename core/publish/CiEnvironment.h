// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/publish/CiProvider.h"
#include "core/publish/EnvironmentVariables.h"

#include <optional>
#include <string>

namespace inspector {

/// Who runs the job and which one it is (docs/ci-integration.md, "What is recorded"). Ids are text: some are
/// UUIDs, some are beyond 2^53. What the provider does not say is absent, never an error.
struct CiEnvironment
{
    CiProvider provider = CiProvider::None;
    std::optional<std::string> runId, jobId, attempt, branch, commit, url;

    /// Told from the variables of the job; the more particular provider comes before the one it resembles.
    [[nodiscard]] static CiEnvironment detect(const EnvironmentVariables &variables);
    /// As `detect`, where the provider is known.
    [[nodiscard]] static CiEnvironment of(CiProvider provider, const EnvironmentVariables &variables);

    friend bool operator==(const CiEnvironment &, const CiEnvironment &) = default;
};

/// `{provider, runId, jobId, attempt, branch, commit, url}`, null for what is absent.
[[nodiscard]] JsonValue toJson(const CiEnvironment &environment);

} // namespace inspector
