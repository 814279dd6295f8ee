// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/CiProvider.h"

#include <algorithm>
#include <array>
#include <string>

namespace inspector {

namespace {

struct ProviderName
{
    CiProvider provider;
    std::string_view name;
};

constexpr std::array<ProviderName, 15> names{{{CiProvider::None, "none"}, {CiProvider::GitHub, "github"},
    {CiProvider::Gitea, "gitea"}, {CiProvider::GitLab, "gitlab"}, {CiProvider::Azure, "azure"},
    {CiProvider::Jenkins, "jenkins"}, {CiProvider::Buildkite, "buildkite"},
    {CiProvider::CircleCi, "circleci"}, {CiProvider::TeamCity, "teamcity"},
    {CiProvider::Bitbucket, "bitbucket"}, {CiProvider::Travis, "travis"}, {CiProvider::AppVeyor, "appveyor"},
    {CiProvider::Drone, "drone"}, {CiProvider::Woodpecker, "woodpecker"}, {CiProvider::Generic, "generic"}}};

} // namespace

std::string_view providerName(CiProvider provider)
{
    return std::find_if(names.begin(), names.end(), [&](const ProviderName &each) {
        return each.provider == provider;
    })->name;
}

const std::vector<CiProvider> &allProviders()
{
    static const std::vector<CiProvider> all = [] {
        std::vector<CiProvider> providers;
        for (const ProviderName &each : names) {
            if (each.provider != CiProvider::None)
                providers.push_back(each.provider);
        }
        return providers;
    }();
    return all;
}

Result<CiProvider> parseProvider(std::string_view name)
{
    const auto *known =
        std::find_if(names.begin(), names.end(), [&](const ProviderName &each) { return each.name == name; });
    if (known != names.end())
        return known->provider;
    std::string list = "auto";
    for (const ProviderName &each : names)
        list.append(", ").append(each.name);
    return failure(
        "usage", "there is no CI provider '" + std::string(name) + "'", "Known ones: " + list + ".");
}

} // namespace inspector
