// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

namespace inspector {

/// A C stream whose bytes stay in memory.
class MemoryStream
{
public:
    MemoryStream()
        : m_stream(::open_memstream(&m_bytes, &m_size))
    {}
    ~MemoryStream()
    {
        std::fclose(m_stream);
        std::free(m_bytes); // open_memstream allocates so
    }
    Q_DISABLE_COPY_MOVE(MemoryStream)

    [[nodiscard]] std::FILE *file() const { return m_stream; }
    /// What was written so far.
    [[nodiscard]] QByteArray text() const
    {
        std::fflush(m_stream);
        return {m_bytes, static_cast<qsizetype>(m_size)};
    }

private:
    char *m_bytes = nullptr;
    std::size_t m_size = 0;
    std::FILE *m_stream;
};

} // namespace inspector
