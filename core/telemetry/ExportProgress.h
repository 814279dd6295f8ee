// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace inspector {

/// How far an export is: written by the threads that work, read by the one that shows it. The counts rise on
/// their own, so that one moment's may not fit together to the last record.
class ExportProgress
{
public:
    struct Sample
    {
        std::uint64_t inputs = 0, inputsOpened = 0, inputsDone = 0;
        std::uint64_t records = 0;
        std::uint64_t bytes = 0;     ///< of the inputs opened so far, unpacked
        std::uint64_t bytesDone = 0; ///< of these

        friend bool operator==(const Sample &, const Sample &) = default;
    };

    void setInputs(std::uint64_t count) { m_inputs = count; }
    void addInputOpened(std::uint64_t bytes)
    {
        m_bytes += bytes;
        ++m_inputsOpened;
    }
    void addRead(std::uint64_t records, std::uint64_t bytes)
    {
        m_records += records;
        m_bytesDone += bytes;
    }
    void addInputDone() { ++m_inputsDone; }

    [[nodiscard]] Sample sample() const
    {
        return {m_inputs, m_inputsOpened, m_inputsDone, m_records, m_bytes, m_bytesDone};
    }

private:
    std::atomic<std::uint64_t> m_inputs{0}, m_inputsOpened{0}, m_inputsDone{0};
    std::atomic<std::uint64_t> m_records{0}, m_bytes{0}, m_bytesDone{0};
};

} // namespace inspector
