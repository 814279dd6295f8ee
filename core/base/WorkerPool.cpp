// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/WorkerPool.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace inspector {

void forEachParallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next{0};
    const auto takeUntilDone = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> helpers;
    try {
        while (helpers.size() + 1 < std::min(threads, count))
            helpers.emplace_back(takeUntilDone);
    } catch (const std::system_error &) {
        // The system gives no more threads; those that run, and this one, do all the work.
    }
    takeUntilDone();
}

} // namespace inspector
