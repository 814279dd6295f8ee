// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonReader.h"
#include "core/session/ReadReport.h"
#include "core/session/SessionRecord.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Makes a record of one line of JSON. Knows nothing of files: a live connection's messages come through it
/// as well.
class RecordParser
{
public:
    /// Whether the payload of events of this name is wanted; copying what nobody looks at is half the time of
    /// reading.
    using PayloadFilter = std::function<bool(std::string_view event)>;

    explicit RecordParser(PayloadFilter wantsPayload = {});

    /// Reads `text` (`padded` as in JsonReader::read) into `record`, whose `timestamp` must hold the previous
    /// record's. Returns the reason why it is no record. What had to be mended or left out goes to `warnings`
    /// (without a line).
    [[nodiscard]] Result<void> parse(
        std::string_view text, bool padded, SessionRecord &record, std::vector<ReadIssue> &warnings);

    /// Whether `text` (`padded` as in JsonReader::read) is a record; makes no values of what it holds.
    [[nodiscard]] bool isRecord(std::string_view text, bool padded);

private:
    struct Parts;

    [[nodiscard]] Result<JsonView> readParts(std::string_view text, bool padded, Parts &parts);

    void readEvent(const Parts &parts, SessionRecord &record, std::vector<ReadIssue> &warnings);
    void readTimestamp(const Parts &parts, SessionRecord &record, std::vector<ReadIssue> &warnings);

    JsonReader m_reader;
    PayloadFilter m_wantsPayload;
    std::vector<JsonValue> m_spare; // payloads of before, whose memory serves those that are wanted
};

} // namespace inspector
