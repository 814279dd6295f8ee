// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Benchmark.h"

namespace inspector {

// One function a topic, each in the file of its name.

/// Peak memory of an export. Must come first: a child process counts the memory that its parent had.
[[nodiscard]] Result<Figures> measureMemory(const BenchContext &context);
/// An event's way through bus, reducer, history and listener.
[[nodiscard]] Result<Figures> measureDispatch(const BenchContext &context);
/// A copy of the state out of the store.
[[nodiscard]] Result<Figures> measureSnapshot(const BenchContext &context);
/// A session file read and replayed.
[[nodiscard]] Result<Figures> measureRead(const BenchContext &context);
/// The state at any record of a session.
[[nodiscard]] Result<Figures> measureSeek(const BenchContext &context);
/// Who set a value, and what it costs to be able to tell.
[[nodiscard]] Result<Figures> measureChanges(const BenchContext &context);
/// Two sessions side by side.
[[nodiscard]] Result<Figures> measureCompare(const BenchContext &context);
/// A line that holds one object of a million keys.
[[nodiscard]] Result<Figures> measureManyKeys(const BenchContext &context);
/// An artifact written to a disk and to memory.
[[nodiscard]] Result<Figures> measureArtifact(const BenchContext &context);
/// The program from the start to the end of its process.
[[nodiscard]] Result<Figures> measureStartup(const BenchContext &context);
/// What publishing adds to an export.
[[nodiscard]] Result<Figures> measurePublish(const BenchContext &context);

} // namespace inspector
