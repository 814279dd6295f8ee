// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace inspector {

/// A session file that grows while a game plays. What is appended is in the file at once, for whoever reads
/// it meanwhile and after this process was killed; `sync()` makes it outlive the machine too.
///
/// One process writes a file at a time. Errors name the path: `write_failed`, `in_use`, `not_a_file`; after
/// one of append() the file holds the lines before, whole, and appending may be tried again.
class SessionWriter
{
public:
    ~SessionWriter();
    SessionWriter(SessionWriter &&other) noexcept;
    SessionWriter &operator=(SessionWriter &&other) noexcept;

    /// Makes the file and its folder, or goes on with the one that is there, without a torn last line.
    [[nodiscard]] static Result<SessionWriter> open(const std::string &path);

    /// Whether some process writes that file now.
    [[nodiscard]] static bool isInUse(const std::string &path);

    /// Appends whole lines, each with its line end.
    [[nodiscard]] Result<void> append(std::string_view lines);
    /// Makes durable what was appended since.
    [[nodiscard]] Result<void> sync();

    [[nodiscard]] const std::string &path() const { return m_path; }
    /// Bytes in the file.
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    /// `seq` of the last line that was there when the file was opened; 0 where there was none.
    [[nodiscard]] std::uint64_t lastSeq() const { return m_lastSeq; }

private:
    SessionWriter(std::string path, int file);
    [[nodiscard]] Result<void> findEnd();
    [[nodiscard]] tl::unexpected<Error> failed(const char *code, const std::string &what) const;

    std::string m_path;
    int m_file = -1;
    std::uint64_t m_size = 0;
    std::uint64_t m_lastSeq = 0;
    bool m_isDirty = false;
};

} // namespace inspector
