// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/CascadeMatrix.h"

#include "core/engine/TrackLookup.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace inspector {

namespace {

using Ids = std::set<std::string, std::less<>>;

std::vector<std::string> inOrder(Ids ids, const FactionCatalogue &catalogue)
{
    std::vector<std::string> ordered;
    for (const Faction &faction : catalogue.factions()) {
        if (ids.erase(faction.id) > 0)
            ordered.push_back(faction.id);
    }
    const bool hasUnnamed = ids.erase(std::string()) > 0;
    ordered.insert(ordered.end(), ids.begin(), ids.end());
    if (hasUnnamed)
        ordered.emplace_back();
    return ordered;
}

} // namespace

CascadeMatrix cascadeMatrix(
    const FactionTracks &tracks, const FactionCatalogue &catalogue, std::uint64_t first, std::uint64_t last)
{
    using BySource = std::map<std::string, CascadeMatrix::Cell, std::less<>>;
    std::map<std::string, BySource, std::less<>> byTarget;
    Ids sources;
    Ids targets;
    tracks.forEach([&](std::string_view id, const FactionTrack &track) {
        const std::size_t end = countUpTo(track.cascades, last);
        const std::size_t begin = first == 0 ? 0 : countUpTo(track.cascades, first - 1);
        if (begin >= end)
            return;
        BySource &row = byTarget[std::string(id)];
        for (std::size_t i = begin; i < end; ++i) {
            const FactionTrack::Cascade &cascade = track.cascades[i];
            CascadeMatrix::Cell &cell = row[cascade.source];
            ++cell.count;
            cell.flips += cascade.isFlip ? 1 : 0;
        }
    });
    for (const auto &[target, row] : byTarget) {
        targets.insert(target);
        for (const auto &[source, cell] : row)
            sources.insert(source);
    }
    CascadeMatrix matrix{inOrder(std::move(sources), catalogue), inOrder(std::move(targets), catalogue), {}};
    for (const std::string &source : matrix.sources) {
        for (const std::string &target : matrix.targets) {
            const BySource &row = byTarget[target];
            const auto cell = row.find(source);
            matrix.cells.push_back(cell == row.end() ? CascadeMatrix::Cell() : cell->second);
        }
    }
    return matrix;
}

} // namespace inspector
