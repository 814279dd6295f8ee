// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

namespace inspector {

/// Something odd about one line of an input.
struct ReadIssue
{
    enum class Kind
    {
        Warning,     ///< the record counts, but not as it was written
        SkippedLine, ///< the line does not count
        Gap,         ///< records are missing before this one
    };

    Kind kind = Kind::Warning;
    std::uint64_t line = 0; ///< from 1; 0 for the input as a whole
    std::string reason;
    std::string field;        ///< the field concerned, where it is one
    std::uint64_t record = 0; ///< #N of the record of that line; 0 where none was made of it

    friend bool operator==(const ReadIssue &, const ReadIssue &) = default;
};

/// What was read of one input, and what was odd about it.
struct ReadReport
{
    static constexpr std::size_t maxIssuesKept = 1000; ///< a file of bad lines only must not fill the memory

    std::uint64_t records = 0; ///< of every type
    std::uint64_t events = 0;
    std::uint64_t unknownEvents = 0; ///< events that no slice knows
    std::uint64_t snapshots = 0;
    std::uint64_t markers = 0;
    std::uint64_t gaps = 0;           ///< gap records and jumps of `seq`
    std::uint64_t unknownRecords = 0; ///< records of a type that the format does not know
    std::uint64_t warnings = 0;
    std::uint64_t skippedLines = 0;
    std::vector<ReadIssue> issues; ///< the first maxIssuesKept

    void add(ReadIssue issue)
    {
        switch (issue.kind) {
        case ReadIssue::Kind::Warning:
            ++warnings;
            break;
        case ReadIssue::Kind::SkippedLine:
            ++skippedLines;
            break;
        case ReadIssue::Kind::Gap:
            ++gaps;
            break;
        }
        if (issues.size() < maxIssuesKept)
            issues.push_back(std::move(issue));
    }

    /// Adds what was found behind what this tells.
    void add(ReadReport &&found)
    {
        records += found.records;
        events += found.events;
        unknownEvents += found.unknownEvents;
        snapshots += found.snapshots;
        markers += found.markers;
        gaps += found.gaps;
        unknownRecords += found.unknownRecords;
        warnings += found.warnings;
        skippedLines += found.skippedLines;
        const std::size_t kept = std::min(found.issues.size(), maxIssuesKept - issues.size());
        std::move(found.issues.begin(), found.issues.begin() + static_cast<std::ptrdiff_t>(kept),
            std::back_inserter(issues));
    }

    /// Of a line that turned out not to be at its end: it was the one added last.
    void takeBackSkippedLine(std::uint64_t line)
    {
        --skippedLines;
        if (!issues.empty() && issues.back().kind == ReadIssue::Kind::SkippedLine &&
            issues.back().line == line)
            issues.pop_back();
    }
};

} // namespace inspector
