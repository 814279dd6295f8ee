// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Benchmark.h"
#include "tests/bench/Topics.h"

namespace inspector {

const std::vector<Benchmark> &benchmarks()
{
    static const std::vector<Benchmark> all{{"memory", measureMemory}, {"dispatch", measureDispatch},
        {"snapshot", measureSnapshot}, {"read", measureRead}, {"seek", measureSeek},
        {"changes", measureChanges}, {"compare", measureCompare}, {"many-keys", measureManyKeys},
        {"artifact", measureArtifact}, {"startup", measureStartup}, {"publish", measurePublish}};
    return all;
}

} // namespace inspector
