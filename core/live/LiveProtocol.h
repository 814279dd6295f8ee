// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// What a game says first.
struct LiveHello
{
    std::string session; ///< a UUID, one for each load of the page
    std::string token;
    std::string game, build;                 ///< may be empty
    std::optional<std::uint64_t> resumeFrom; ///< the record that it goes on with, where it was here before

    friend bool operator==(const LiveHello &, const LiveHello &) = default;
};

/// A record of a session file, as a game sent it.
struct LiveRecord
{
    std::uint64_t seq = 0;   ///< from 1
    std::string event;       ///< the name of an event; empty for records of other types
    std::string line;        ///< JSON, without a line end
    bool isOverflow = false; ///< a gap: what came before it did not fit into the page's memory

    friend bool operator==(const LiveRecord &, const LiveRecord &) = default;
};

/// `telemetry-live/1` as a pure function of bytes (docs/live-protocol.md).
namespace live {

inline constexpr std::string_view protocol = "telemetry-live/1";
inline constexpr std::size_t mostMessageBytes = std::size_t{4} << 20U;
/// Records that may be under way without an acknowledgement.
inline constexpr std::uint64_t window = 8192;

/// Errors: `bad_message`, and `bad_protocol` for another version.
[[nodiscard]] Result<LiveHello> readHello(std::string_view message);
/// A record or a list of them, in the order in which they came. One that is nested deeper than a session file
/// may have it is a gap instead. Error `bad_message`.
[[nodiscard]] Result<std::vector<LiveRecord>> readRecords(std::string_view message);

[[nodiscard]] std::string welcomeMessage(
    const std::string &session, const std::vector<std::string> &topics, std::uint64_t ackedSeq);
[[nodiscard]] std::string ackMessage(std::uint64_t seq);
[[nodiscard]] std::string topicsMessage(const std::vector<std::string> &topics);
/// Asks for a record of the whole state.
[[nodiscard]] std::string snapshotRequest();
[[nodiscard]] std::string errorMessage(const Error &error);

/// The first line of the file of a session; times are ms since the epoch.
[[nodiscard]] std::string sessionLine(const LiveHello &hello, double startedAt);
/// A line that says that something is missing.
[[nodiscard]] std::string gapLine(double now, const std::string &reason);

} // namespace live

} // namespace inspector
