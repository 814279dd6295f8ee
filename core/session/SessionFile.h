// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

class QIODevice;

namespace inspector {

/// The bytes of an open file, read at random. Never mapped: a file that shrinks under a mapping kills the
/// process. Immutable; any number of threads may read the same one.
class SessionFile
{
public:
    /// Keeps a duplicate of the open descriptor `fd`; `name` is for messages. Error: `input_unreadable`.
    [[nodiscard]] static Result<std::shared_ptr<const SessionFile>> fromDescriptor(int fd, std::string name);
    /// The file behind `device`, or a copy in an unlinked temporary file of what is only in memory; the
    /// device's position is undefined afterwards. Error: `input_unreadable`.
    [[nodiscard]] static Result<std::shared_ptr<const SessionFile>> fromDevice(
        QIODevice &device, std::string name);

    ~SessionFile();
    SessionFile(const SessionFile &) = delete;
    SessionFile &operator=(const SessionFile &) = delete;

    [[nodiscard]] const std::string &name() const { return m_name; }
    /// Bytes, as of now; 0 where that is not known.
    [[nodiscard]] std::uint64_t size() const;

    /// Fills `into` from `offset` on with up to `size` bytes; fewer only where the file ends. Returns how
    /// many. Error: `read_failed`.
    [[nodiscard]] Result<std::size_t> readSome(std::uint64_t offset, char *into, std::size_t size) const;

    /// What a reader gets when bytes that it knows of are not there any more: `input_changed`.
    [[nodiscard]] tl::unexpected<Error> changed(const std::string &how) const;

private:
    SessionFile(int fd, std::string name);

    int m_fd;
    std::string m_name;
};

} // namespace inspector
