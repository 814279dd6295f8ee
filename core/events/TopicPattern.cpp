// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/TopicPattern.h"

namespace inspector {

namespace {

/// Cuts the first segment off `topic`; `more` tells whether a colon followed it.
std::string_view takeSegment(std::string_view &topic, bool &more)
{
    const std::size_t colon = topic.find(':');
    const std::string_view segment = topic.substr(0, colon);
    more = colon != std::string_view::npos;
    topic.remove_prefix(more ? colon + 1 : topic.size());
    return segment;
}

} // namespace

bool isPattern(std::string_view topic)
{
    bool more = true;
    while (more) {
        if (takeSegment(topic, more) == "*")
            return true;
    }
    return false;
}

bool hasWholeSegments(std::string_view topic)
{
    bool more = true;
    while (more) {
        const std::string_view segment = takeSegment(topic, more);
        if (segment.empty() || (segment != "*" && segment.find('*') != std::string_view::npos))
            return false;
    }
    return true;
}

bool matchesPattern(std::string_view pattern, std::string_view name)
{
    bool morePattern = true;
    bool moreName = true;
    while (morePattern && moreName) {
        const std::string_view expected = takeSegment(pattern, morePattern);
        const std::string_view found = takeSegment(name, moreName);
        if (expected != "*" && expected != found)
            return false;
    }
    return morePattern == moreName;
}

} // namespace inspector
