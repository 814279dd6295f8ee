// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/session/InputSpool.h"

#include <cstdint>
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

    /// Opens a file; `-` is standard input. What is gzip data, or cannot be read at random, is unpacked into
    /// a nameless file first (InputSpool). Errors name the path: `input_missing`, `input_unreadable`, and
    /// those of InputSpool::read.
    [[nodiscard]] static Result<SessionInput> openFile(
        const std::string &path, const InputSpool::Options &options = {});
    /// Reads from memory.
    [[nodiscard]] static SessionInput fromText(std::string name, const std::string &text);

    [[nodiscard]] const std::string &name() const { return m_name; }
    /// When the file was last changed, ms since the epoch; 0 where that is not known.
    [[nodiscard]] TimeMs modifiedAt() const { return m_modifiedAt; }
    [[nodiscard]] QIODevice &device() const { return *m_device; }

    /// What is wrong with the input as a whole, asked for once it was read: its gzip data is damaged, or the
    /// file shrank meanwhile. Empty where all is well.
    [[nodiscard]] std::string problem() const;

private:
    SessionInput(std::string name, std::unique_ptr<QIODevice> device, TimeMs modifiedAt);
    [[nodiscard]] static Result<SessionInput> spooled(
        QFile &file, const std::string &name, TimeMs modifiedAt, const InputSpool::Options &options);

    std::string m_name;
    std::unique_ptr<QIODevice> m_device;
    TimeMs m_modifiedAt = 0;
    std::int64_t m_sizeWhenOpened = 0; // bytes
    std::string m_gzipProblem;
};

} // namespace inspector
