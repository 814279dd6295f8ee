// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ProgramUse.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

namespace inspector {

// The baseline is the same program asked for its version only: what the system takes to load it with Qt Core.
Result<Figures> measureStartup(const BenchContext &context)
{
    Samples ours, loaded;
    for (std::size_t i = 0; i < context.size(41, 2); ++i) {
        const std::string folder = context.folder.toStdString() + "/demo-" + std::to_string(i);
        const auto whole =
            ProgramUse::measure(context.clock, {INSPECTOR_PROGRAM, "--export", "--artifact-dir", folder});
        const auto empty = ProgramUse::measure(context.clock, {INSPECTOR_PROGRAM, "--version"});
        if (!whole || !empty)
            return tl::unexpected(whole ? empty.error() : whole.error());
        ours.add(whole->milliseconds);
        loaded.add(empty->milliseconds);
    }
    Figure figure = ours.figure("demo mission, start to exit", "ms");
    setBaseline(figure, ours, loaded);
    figure.limit = INSPECTOR_STARTUP_LIMIT_MS;
    return Figures{figure};
}

} // namespace inspector
