// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/ProgramUse.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

namespace inspector {

Result<Figures> measureMemory(const BenchContext &context)
{
    const auto file = generatedFile(context.folder, context.size(1'000'000, 2000));
    if (!file)
        return tl::unexpected(file.error());
    Samples peak;
    for (std::size_t i = 0; i < context.size(3, 2); ++i) {
        const auto use = ProgramUse::measure(
            context.clock, {INSPECTOR_PROGRAM, "--export", "--force", "--formats", "all", "--artifact-dir",
                               context.folder.toStdString() + "/export", file->toStdString()});
        if (!use)
            return tl::unexpected(use.error());
        peak.add(use->peakMiB);
    }
    Figure figure = peak.figure("export of 10^6 records, memory", "MiB");
    figure.limit = 120;
    return Figures{figure};
}

} // namespace inspector
