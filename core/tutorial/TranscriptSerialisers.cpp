// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tutorial/TranscriptSerialisers.h"

#include "core/artifacts/MarkdownTable.h"
#include "core/base/IsoTime.h"

namespace inspector {

namespace {

JsonValue eventName(const TranscriptEntry &entry)
{
    return entry.event.value_or("unknown");
}

} // namespace

JsonValue transcriptJson(const std::vector<TranscriptEntry> &entries)
{
    JsonArray rows;
    rows.reserve(entries.size());
    for (const TranscriptEntry &entry : entries) {
        rows.push_back(JsonObject{{"sequence", rows.size()}, {"event", eventName(entry)},
            {"promptId", entry.promptId}, {"title", entry.promptText}, {"action", entry.actionTaken},
            {"timestamp", entry.timestamp}, {"timestampIso", isoText(entry.timestamp)},
            {"followUpNarrative", entry.followUpNarrative}, {"metadata", entry.metadata}});
    }
    return rows;
}

std::string transcriptCsv(const std::vector<TranscriptEntry> &entries, CsvFormulas formulas)
{
    Csv csv({"sequence", "event", "prompt_id", "title", "action", "timestamp", "timestamp_iso",
                "follow_up_narrative", "metadata"},
        formulas);
    std::size_t sequence = 0;
    for (const TranscriptEntry &entry : entries) {
        csv.addRow({sequence++, eventName(entry), entry.promptId, entry.promptText, entry.actionTaken,
            entry.timestamp, isoText(entry.timestamp), entry.followUpNarrative, entry.metadata});
    }
    return csv.text();
}

std::string transcriptMarkdown(const std::vector<TranscriptEntry> &entries)
{
    MarkdownTable table{"#", "Event", "Prompt", "Action", "Timestamp", "Narrative"};
    std::size_t sequence = 0;
    for (const TranscriptEntry &entry : entries) {
        table.addRow({sequence++, eventName(entry), entry.promptText, entry.actionTaken,
            isoText(entry.timestamp), entry.followUpNarrative});
    }
    return table.text();
}

} // namespace inspector
