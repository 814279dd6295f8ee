// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionTimeline.h"

#include <algorithm>

namespace inspector {

namespace {

KeyframeList::Options withInput(KeyframeList::Options options, const SessionFile *file)
{
    if (file != nullptr && options.inputBytes == 0)
        options.inputBytes = file->size();
    return options;
}

} // namespace

SessionTimeline::SessionTimeline(std::shared_ptr<const SessionFile> file)
    : SessionTimeline(std::move(file), Options())
{}

SessionTimeline::SessionTimeline(std::shared_ptr<const SessionFile> file, const Options &options)
    : m_file(std::move(file))
    , m_options(options)
    , m_index(options.maxNames)
    , m_keyframes(withInput(options.keyframes, m_file.get()), SessionReplay(options.replay).state())
{}

void SessionTimeline::append(
    const SessionRecord &record, const RecordPlace &place, const SessionReplay &after, bool changesState)
{
    m_index.append(record, place, changesState, m_options.cold.get());
    if (m_firstTimed == 0 && record.isTimed())
        m_firstTimed = size();
    const bool due = changesState && m_keyframes.advance(place);
    if (!place.isLine)
        m_kept.emplace_back(size(), record);
    if (due || !place.isLine)
        m_keyframes.set(size(), after.state(), !place.isLine, m_options.cold.get());
}

const SessionRecord *SessionTimeline::keptRecord(std::uint64_t number) const
{
    const auto found =
        std::find_if(m_kept.begin(), m_kept.end(), [&](const auto &kept) { return kept.first == number; });
    return found == m_kept.end() ? nullptr : &*found->second;
}

} // namespace inspector
