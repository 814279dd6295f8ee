// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/EventFilter.h"

#include "core/events/TopicPattern.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace inspector {

namespace {

using Term = EventFilter::Term;

std::string lower(std::string_view text)
{
    std::string lowered(text);
    lowerInPlace(lowered.data(), lowered.size());
    return lowered;
}

/// The words of `text`; quotation marks keep blanks inside one.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    bool isQuoted = false;
    bool isOpen = false;
    for (const char c : text) {
        if (c == '"') {
            isQuoted = !isQuoted;
            isOpen = true;
        } else if (c == ' ' && !isQuoted) {
            if (isOpen)
                words.push_back(std::exchange(word, {}));
            isOpen = false;
        } else {
            word += c;
            isOpen = true;
        }
    }
    if (isOpen)
        words.push_back(word);
    return words;
}

std::vector<std::string> factionNeedles(const std::string &value, const FactionCatalogue &catalogue)
{
    std::vector<std::string> needles;
    for (const Faction &faction : catalogue.factions()) {
        const std::string id = lower(faction.id);
        if (id.find(value) != std::string::npos || lower(faction.name).find(value) != std::string::npos)
            needles.push_back('"' + id + '"');
    }
    if (needles.empty())
        needles.push_back('"' + value + '"');
    return needles;
}

Term termOf(std::string_view word, const FactionCatalogue &catalogue)
{
    static constexpr std::array<std::pair<std::string_view, Term::Kind>, 4> kinds{
        {{"type:", Term::Kind::Type}, {"faction:", Term::Kind::Faction}, {"step:", Term::Kind::Step},
            {"cascade:", Term::Kind::Cascade}}};
    Term term;
    if (word.size() > 1 && word.front() == '-') {
        term.isNegated = true;
        word.remove_prefix(1);
    }
    const auto kind = std::find_if(
        kinds.begin(), kinds.end(), [&](const auto &each) { return word.starts_with(each.first); });
    if (kind != kinds.end() && word.size() > kind->first.size()) {
        term.kind = kind->second;
        word.remove_prefix(kind->first.size());
    }
    term.value = word;
    if (term.kind == Term::Kind::Faction)
        term.needles = factionNeedles(term.value, catalogue);
    return term;
}

/// Whether `accept` takes the value of some member `key` of the record, which is in lower case as the key is,
/// with its quotation marks. A text is given without them, and to its first quotation mark.
template <class Accept>
bool hasMember(std::string_view text, std::string_view key, Accept accept)
{
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        std::size_t start = text.find_first_not_of(" \t", at + key.size());
        if (start == std::string_view::npos || text[start] != ':')
            continue;
        start = text.find_first_not_of(" \t", start + 1);
        if (start == std::string_view::npos)
            continue;
        const bool isText = text[start] == '"';
        start += isText ? 1 : 0;
        if (accept(text.substr(start, text.find_first_of(isText ? "\"" : ",} \t", start) - start)))
            return true;
    }
    return false;
}

/// `pair` is "source>target", of which either may be missing and then is anybody; a source "-" is nobody.
bool isCascade(std::string_view text, std::string_view pair)
{
    const std::size_t arrow = std::min(pair.find('>'), pair.size());
    const std::string_view source = pair.substr(0, arrow);
    const std::string_view target = pair.substr(std::min(arrow + 1, pair.size()));
    const auto is = [](std::string_view expected) {
        return [expected](std::string_view value) { return value == expected; };
    };
    const auto isText = [](std::string_view value) { return !value.empty() && value != "null"; };
    return hasMember(text, "\"cascade\"", is("true")) &&
           (source.empty() || (source == "-" ? !hasMember(text, "\"source\"", isText)
                                             : hasMember(text, "\"source\"", is(source)))) &&
           (target.empty() || hasMember(text, "\"factionid\"", is(target)));
}

bool holds(const Term &term, std::string_view text)
{
    // string_view::find stops at each quotation mark, of which JSON has many: four times as slow for an id.
    const auto has = [&](const std::string &needle) {
        return ::memmem(text.data(), text.size(), needle.data(), needle.size()) != nullptr;
    };
    switch (term.kind) {
    case Term::Kind::Type:
        break;
    case Term::Kind::Text:
        return has(term.value);
    case Term::Kind::Faction:
        return std::any_of(term.needles.begin(), term.needles.end(), has);
    case Term::Kind::Step:
        return hasMember(text, "\"stepid\"",
            [&](std::string_view id) { return id.find(term.value) != std::string_view::npos; });
    case Term::Kind::Cascade:
        return isCascade(text, term.value);
    }
    return true;
}

} // namespace

EventFilter EventFilter::parse(std::string_view text, const FactionCatalogue &catalogue)
{
    EventFilter filter;
    for (const std::string &word : wordsOf(lower(text))) {
        if (!word.empty())
            filter.m_terms.push_back(termOf(word, catalogue));
    }
    return filter;
}

bool EventFilter::needsText() const
{
    return std::any_of(
        m_terms.begin(), m_terms.end(), [](const Term &term) { return term.kind != Term::Kind::Type; });
}

bool EventFilter::passesName(const NameTable::Name &name) const
{
    if (m_muted.contains(name.text))
        return false;
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        if (term.kind != Term::Kind::Type)
            return true;
        const std::string lowered = lower(name.text);
        const bool matches = isPattern(term.value) ? matchesPattern(term.value, lowered)
                                                   : lowered.find(term.value) != std::string::npos;
        return matches != term.isNegated;
    });
}

bool EventFilter::passesText(std::string_view text) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        return term.kind == Term::Kind::Type || holds(term, text) != term.isNegated;
    });
}

void lowerInPlace(char *text, std::size_t size)
{
    constexpr char distance = 'a' - 'A';
    for (std::size_t i = 0; i < size; ++i) // without a branch, so that it is done many bytes at a time
        text[i] = static_cast<char>(text[i] + (text[i] >= 'A' && text[i] <= 'Z' ? distance : 0));
}

} // namespace inspector
