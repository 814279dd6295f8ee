// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

class QTemporaryFile;

namespace inspector {

/// Bytes that are written once and looked at now and then, in a file that nobody else sees (openCacheFile)
/// instead of in memory: what is not looked at takes none, however much there is (docs/decisions/0010). The
/// file is made with the first bytes, and its space is free once nobody holds any of them.
///
/// For one thread at a time; what `keep` returned is for any.
class ColdFile
{
public:
    /// The most that is kept at once, bytes.
    static constexpr std::size_t windowBytes = 64U << 20U;

    ColdFile();
    ~ColdFile();
    ColdFile(const ColdFile &) = delete;
    ColdFile &operator=(const ColdFile &) = delete;

    /// A copy of `size` bytes, at an address that any type may stand at, for as long as the pointer is held.
    /// nullptr where it cannot be kept, since there is no file, or no space for it: the caller has to.
    [[nodiscard]] std::shared_ptr<const void> keep(const void *bytes, std::size_t size);

    /// Gives the memory back that looking at the bytes took; it is taken again by who looks again. `keep`
    /// does it now and then.
    void rest() const;

    /// How many bytes stand in the file.
    [[nodiscard]] std::uint64_t size() const { return m_end; }

private:
    [[nodiscard]] bool openWindow();
    [[nodiscard]] bool write(const void *bytes, std::size_t size) const;

    std::unique_ptr<QTemporaryFile> m_file;
    std::shared_ptr<const std::byte> m_window; // where the file is seen from m_windowStart on
    std::vector<std::weak_ptr<const std::byte>> m_windows;
    std::uint64_t m_windowStart = 0;
    std::uint64_t m_end = 0;
    std::uint64_t m_sinceRest = 0; // bytes
    bool m_isGivenUp = false;
};

} // namespace inspector
