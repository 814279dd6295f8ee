// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace inspector {

/// A text of a TextPool, there for as long as the pool; an empty one needs none. As small as a pointer.
class PooledText
{
public:
    PooledText() = default;

    // Where a text is wanted, this is one.
    operator const std::string &() const { return *m_text; } // NOLINT(google-explicit-constructor)
    operator std::string_view() const { return *m_text; }    // NOLINT(google-explicit-constructor)
    [[nodiscard]] const std::string &text() const { return *m_text; }
    [[nodiscard]] bool empty() const { return m_text->empty(); }

    friend bool operator==(PooledText a, PooledText b)
    {
        return a.m_text == b.m_text || *a.m_text == *b.m_text;
    }
    friend bool operator==(PooledText a, std::string_view b) { return *a.m_text == b; }

private:
    friend class TextPool;
    explicit PooledText(const std::string &text)
        : m_text(&text)
    {}

    inline static const std::string s_none;
    const std::string *m_text = &s_none;
};

/// Texts that come again and again, each once. One thread adds, while others may look at texts they were
/// given.
class TextPool
{
public:
    [[nodiscard]] PooledText pooled(std::string_view text)
    {
        if (text.empty())
            return {};
        const auto known = m_texts.find(text);
        return PooledText(known == m_texts.end() ? *m_texts.emplace(text).first : *known);
    }

private:
    struct Hash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };

    std::unordered_set<std::string, Hash, std::equal_to<>> m_texts; // whose elements stay where they are
};

} // namespace inspector
