// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <string>
#include <string_view>

class QIODevice;

namespace inspector {

class StopFlag;

/// Makes a zip file in memory. The same entries give the same bytes: they have no times and no owners.
class ZipWriter
{
public:
    ZipWriter();
    ~ZipWriter();
    ZipWriter(const ZipWriter &) = delete;
    ZipWriter &operator=(const ZipWriter &) = delete;

    /// Appends an entry. Error `write_failed`; after one, only the destructor is of use.
    [[nodiscard]] Result<void> add(const std::string &name, std::string_view content);
    /// The same of all that `content` has, from where it stands. Errors: also `input_unreadable`, and those
    /// of StopFlag.
    [[nodiscard]] Result<void> add(const std::string &name, QIODevice &content, const StopFlag *stop);

    /// The whole file. To be called once.
    [[nodiscard]] Result<std::string> take();

private:
    struct Memory;

    [[nodiscard]] Result<void> begin(const std::string &name);
    [[nodiscard]] Result<void> append(std::string_view content);
    [[nodiscard]] Result<void> end();

    std::unique_ptr<Memory> m_memory;
    void *m_zip = nullptr; // minizip's handle
};

} // namespace inspector
