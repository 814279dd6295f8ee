// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"
#include "core/session/NameTable.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Which records are shown. Words are searched for in a record's text; `type:`, `faction:`, `step:` and
/// `cascade:source>target` look at what a record is about; a leading `-` turns a term around; quotation marks
/// keep blanks. All terms have to hold, and case does not matter (docs/user-interface.md, "Filter").
class EventFilter
{
public:
    struct Term
    {
        enum class Kind
        {
            Text,
            Type,
            Faction,
            Step,
            Cascade,
        };

        Kind kind = Kind::Text;
        std::string value; ///< in lower case
        bool isNegated = false;
        /// Of a faction term: the ids of the factions whose id or name it is part of, in quotation marks.
        std::vector<std::string> needles;

        friend bool operator==(const Term &, const Term &) = default;
    };

    EventFilter() = default;
    /// Reads what somebody typed; everything means something.
    [[nodiscard]] static EventFilter parse(std::string_view text, const FactionCatalogue &catalogue);

    /// Names that are not shown, `-type:` for short.
    void setMuted(std::set<std::string, std::less<>> names) { m_muted = std::move(names); }

    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    /// Whether every record passes.
    [[nodiscard]] bool isEmpty() const { return m_terms.empty() && m_muted.empty(); }
    /// Whether it has to look at the text of records.
    [[nodiscard]] bool needsText() const;

    [[nodiscard]] bool passesName(const NameTable::Name &name) const;
    /// `text` is a record as it stands in the file, in lower case.
    [[nodiscard]] bool passesText(std::string_view text) const;

    friend bool operator==(const EventFilter &, const EventFilter &) = default;

private:
    std::vector<Term> m_terms;
    std::set<std::string, std::less<>> m_muted;
};

/// ASCII letters in lower case, in place.
void lowerInPlace(char *text, std::size_t size);

} // namespace inspector
