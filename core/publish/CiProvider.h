// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string_view>
#include <vector>

namespace inspector {

/// Who runs the job (docs/ci-integration.md).
enum class CiProvider
{
    None, ///< no CI: a person's machine
    GitHub,
    Gitea, ///< and Forgejo: speak GitHub's language, but are not GitHub
    GitLab,
    Azure,
    Jenkins,
    Buildkite,
    CircleCi,
    TeamCity,
    Bitbucket,
    Travis,
    AppVeyor,
    Drone,
    Woodpecker,
    Generic, ///< says `CI` and no more
};

/// As it stands in the manifest and behind --publish, e.g. "github"; "none" for None.
[[nodiscard]] std::string_view providerName(CiProvider provider);

/// Every provider but None.
[[nodiscard]] const std::vector<CiProvider> &allProviders();

/// The provider of a name, "none" among them. Error `usage` lists the names.
[[nodiscard]] Result<CiProvider> parseProvider(std::string_view name);

} // namespace inspector
