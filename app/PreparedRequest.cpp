// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PreparedRequest.h"

#include "app/CatalogueFile.h"
#include "app/OptionValues.h"
#include "core/expect/ExpectationFile.h"
#include "core/session/DemoMission.h"

#include <algorithm>
#include <thread>

namespace inspector {

namespace {

Result<void> checkMission(const ExportRequest &request)
{
    const std::vector<std::string> missions = DemoMission::names();
    if (!request.files.empty() ||
        std::find(missions.begin(), missions.end(), request.mission) != missions.end())
        return {};
    std::string known;
    for (const std::string &name : missions)
        known += (known.empty() ? "" : ", ") + name;
    return usageError("there is no mission '" + request.mission + "'", "Known missions: " + known + ".");
}

} // namespace

Result<PreparedRequest> PreparedRequest::of(const Options &options)
{
    PreparedRequest prepared{options.request, nullptr};
    prepared.request.jobs = options.jobs.value_or(std::max(std::thread::hardware_concurrency(), 1U));
    if (const auto mission = checkMission(options.request); !mission)
        return tl::unexpected(mission.error());
    if (!options.factionsFile.empty()) {
        Result<FactionCatalogue> loaded = loadCatalogue(options.factionsFile);
        if (!loaded)
            return tl::unexpected(loaded.error());
        prepared.catalogue = std::make_unique<const FactionCatalogue>(std::move(*loaded));
        prepared.request.catalogue = prepared.catalogue.get();
    }
    if (!options.expectFile.empty()) {
        Result<std::vector<Expectation>> expectations = readExpectations(options.expectFile);
        if (!expectations)
            return tl::unexpected(expectations.error());
        prepared.request.expectations = std::move(*expectations);
    }
    return prepared;
}

} // namespace inspector
