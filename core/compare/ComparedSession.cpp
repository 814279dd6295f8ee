// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/ComparedSession.h"

#include "core/engine/SessionLoader.h"

#include <utility>

namespace inspector {

Result<ComparedSession> ComparedSession::read(const std::string &path, const FactionCatalogue &catalogue,
    const PathPatterns &ignored, const StopFlag &stop)
{
    InputSpool::Options spool;
    spool.stop = &stop;
    auto input = SessionInput::openFile(path, spool);
    if (!input)
        return tl::unexpected(input.error());
    auto loader = SessionLoader::open(std::move(*input), {{}, {}, catalogue});
    if (!loader)
        return tl::unexpected(loader.error());
    const Result<bool> more = (*loader)->readSome([&stop] { return stop.isRequested(); });
    if (!more)
        return tl::unexpected(more.error());
    if (stop.isRequested())
        return stop.failureOf("the reading of " + path);
    return SessionOutline::of((*loader)->timeline(), (*loader)->tracks(), (*loader)->report(), ignored, stop)
        .map([&](SessionOutline &&outline) {
            return ComparedSession{
                (*loader)->timeline(), std::make_shared<const SessionOutline>(std::move(outline))};
        });
}

} // namespace inspector
