// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <memory>
#include <string>

class QIODevice;

namespace inspector {

/// Something that a SessionReader can read: an open device at its start, with its name for messages.
class SessionInput
{
public:
    ~SessionInput();
    SessionInput(SessionInput &&other) noexcept;
    SessionInput &operator=(SessionInput &&other) noexcept;

    /// Opens a file; `-` is standard input, which is first copied into a temporary file because it cannot be
    /// read twice. Errors name the path: `input_missing`, `input_unreadable`.
    [[nodiscard]] static Result<SessionInput> openFile(const std::string &path);
    /// Reads from memory.
    [[nodiscard]] static SessionInput fromText(std::string name, const std::string &text);

    [[nodiscard]] const std::string &name() const { return m_name; }
    /// When the file was last changed, ms since the epoch; 0 where that is not known.
    [[nodiscard]] TimeMs modifiedAt() const { return m_modifiedAt; }
    [[nodiscard]] QIODevice &device() const { return *m_device; }

private:
    SessionInput(std::string name, std::unique_ptr<QIODevice> device, TimeMs modifiedAt);

    std::string m_name;
    std::unique_ptr<QIODevice> m_device;
    TimeMs m_modifiedAt = 0;
};

} // namespace inspector
