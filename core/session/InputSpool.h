// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

class QFile;

namespace inspector {

class StopFlag;

/// What cannot be read at random (gzip data, standard input, a pipe) as a file that can: unpacked into the
/// cache folder, or where that cannot be written to into the folder for temporary files, under no name, so
/// that nothing is left behind however the program ends.
struct InputSpool
{
    static constexpr std::uint64_t maxBytes = 4ULL << 30U;

    struct Options
    {
        std::uint64_t limit = maxBytes;                     ///< bytes, unpacked
        std::function<void(std::uint64_t bytes)> onBytes{}; ///< told the bytes read so far, as they come
        const StopFlag *stop = nullptr;
    };

    std::unique_ptr<QFile> file; ///< at its start
    std::string problem;         ///< what is wrong with the packed data; what came before it is there

    /// Reads `handle` to its end; gzip data is told by how it begins. `name` is for the messages. Errors:
    /// `input_unreadable`, `too_large` (more than the limit), `not_understood` (gzip data of which nothing
    /// can be unpacked), those of StopFlag.
    [[nodiscard]] static Result<InputSpool> read(int handle, const std::string &name, const Options &options);

    /// Unpacks the session of a zip file: the entry session.ndjson, as in a bug bundle, or the only one.
    /// Errors: those of read(), where `not_understood` also is a zip file that has no such entry.
    [[nodiscard]] static Result<InputSpool> unzip(
        QFile &zip, const std::string &name, const Options &options);
};

/// The error of an input that is there, but does not let itself be read: `input_unreadable`.
[[nodiscard]] tl::unexpected<Error> inputUnreadable(const std::string &name, const std::string &reason);

} // namespace inspector
