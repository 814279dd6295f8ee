// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HashIndex.h"
#include "core/problems/Problem.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Problems, each kind and subject once. A session of nothing but problems does not fill the memory: subjects
/// and texts are cut at maxBytes.
class ProblemList
{
public:
    static constexpr std::size_t maxKept = 1000;
    static constexpr std::size_t maxBytes = 400;

    /// Counts one more; `text` is asked for where it is the first of its kind and subject.
    void add(Problem::Kind kind, std::string_view subject, const Problem::Place &place,
        const std::function<std::string()> &text);

    /// In the order in which they were found first.
    [[nodiscard]] const std::vector<Problem> &problems() const { return m_problems; }
    /// Of kinds and subjects for which there was no room any more.
    [[nodiscard]] std::uint64_t leftOut() const { return m_leftOut; }
    /// Another number than before where anything was added.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

private:
    std::vector<Problem> m_problems;
    HashIndex m_places;                  // of m_problems, by subject
    std::optional<std::size_t> m_newest; // the place of the one that was counted last
    std::uint64_t m_leftOut = 0, m_revision = 0;
};

} // namespace inspector
