// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ColdFile.h"

#include "core/base/CacheFile.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace inspector {

namespace {

/// Where the next bytes may begin.
std::uint64_t aligned(std::uint64_t at)
{
    constexpr std::uint64_t alignment = 64; // a cache line, and more than any type of ours wants
    return (at + alignment - 1) / alignment * alignment;
}

} // namespace

ColdFile::ColdFile() = default;
ColdFile::~ColdFile() = default;

std::shared_ptr<const void> ColdFile::keep(const void *bytes, std::size_t size)
{
    constexpr std::uint64_t betweenRests = 1U << 20U; // bytes
    if (m_isGivenUp || size > windowBytes)
        return nullptr;
    const std::uint64_t start = aligned(m_end);
    if (m_window == nullptr || start + size > m_windowStart + windowBytes) {
        m_isGivenUp = !openWindow();
    } else {
        m_end = start;
    }
    if (m_isGivenUp || !write(bytes, size)) {
        m_isGivenUp = true; // a full disk; what stands there stays good
        return nullptr;
    }
    std::shared_ptr<const void> kept(m_window, m_window.get() + (m_end - m_windowStart));
    m_end += size;
    m_sinceRest += size;
    if (m_sinceRest >= betweenRests) {
        rest();
        m_sinceRest = 0;
    }
    return kept;
}

// The bytes are written by write() and not through the mapping: there a full disk would end the program, and
// each page would be faulted in first. Nobody else has the file, so nobody makes it shorter while it is
// looked at.
bool ColdFile::openWindow()
{
    if (m_file == nullptr)
        m_file = openCacheFile(QStringLiteral("history"));
    if (m_file == nullptr)
        return false;
    const std::uint64_t start = (m_end + windowBytes - 1) / windowBytes * windowBytes;
    void *seen =
        ::mmap(nullptr, windowBytes, PROT_READ, MAP_SHARED, m_file->handle(), static_cast<off_t>(start));
    if (seen == MAP_FAILED)
        return false;
    m_window = {static_cast<const std::byte *>(seen),
        [](const std::byte *window) { ::munmap(const_cast<std::byte *>(window), windowBytes); }};
    std::erase_if(m_windows, [](const auto &each) { return each.expired(); });
    m_windows.push_back(m_window);
    m_windowStart = m_end = start;
    return true;
}

bool ColdFile::write(const void *bytes, std::size_t size) const
{
    const auto *from = static_cast<const char *>(bytes);
    std::uint64_t at = m_end;
    while (size > 0) {
        const ssize_t written = ::pwrite(m_file->handle(), from, size, static_cast<off_t>(at));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        from += written;
        at += static_cast<std::uint64_t>(written);
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

void ColdFile::rest() const
{
    for (const auto &each : m_windows) {
        if (const auto window = each.lock())
            ::madvise(const_cast<std::byte *>(window.get()), windowBytes, MADV_DONTNEED);
    }
}

} // namespace inspector
