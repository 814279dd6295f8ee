// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

class QFile;

namespace inspector {

/// Reads the entries of a zip file.
class ZipReader
{
public:
    /// Takes unpacked bytes; false ends the work.
    using Sink = std::function<bool(std::string_view unpacked)>;
    static constexpr std::size_t maxEntries = 64; // docs/bug-bundle.md

    /// Whether what begins so may be one.
    [[nodiscard]] static bool looksLikeZip(std::string_view start)
    {
        return start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06"); // the latter is empty
    }

    /// `file` is open, can be read at random, and must outlive the reader. Error `bad_zip`, also for more
    /// than maxEntries.
    [[nodiscard]] static Result<ZipReader> open(QFile &file);
    ~ZipReader();
    ZipReader(ZipReader &&other) noexcept;
    ZipReader &operator=(ZipReader &&other) noexcept;

    /// The names of all entries, folders too, in their order.
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }

    /// Hands the entry of that name to `sink`. Error `bad_zip`, also where only part of it could be
    /// unpacked; none where the sink had enough.
    [[nodiscard]] Result<void> read(const std::string &name, const Sink &sink);

private:
    explicit ZipReader(void *zip)
        : m_zip(zip)
    {}
    [[nodiscard]] Result<void> readNames();

    /// Where minizip finds an entry again.
    struct Place
    {
        std::uint64_t inDirectory = 0, number = 0;
    };

    void *m_zip; // minizip's handle
    std::vector<std::string> m_names;
    std::vector<Place> m_places; // of each
};

} // namespace inspector
