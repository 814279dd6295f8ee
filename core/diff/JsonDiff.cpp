// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/JsonDiff.h"

#include "core/base/EcmaJson.h"
#include "core/diff/ListScript.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace inspector {

namespace {

constexpr const char *anyElement = "\x01";   // no place in a list, so that only a * is that
constexpr std::size_t mostById = 25'000'000; // comparisons of ids

bool isPlain(const std::string &key)
{
    return !key.empty() && std::all_of(key.begin(), key.end(),
                               [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-'; });
}

std::string pointerPart(const std::string &key)
{
    std::string part = "/";
    for (const char c : key) {
        if (c == '~')
            part += "~0";
        else if (c == '/')
            part += "~1";
        else
            part += c;
    }
    return part;
}

/// What an element of a list is known by; empty where it has nothing.
std::string idOf(const JsonValue &element)
{
    const JsonObject *object = element.asObject();
    const JsonValue *id = object == nullptr ? nullptr : object->find("id");
    if (id == nullptr || (id->asString() == nullptr && id->asNumber() == nullptr))
        return {};
    return toJsonText(*id, JsonLayout::Compact);
}

/// Nothing where one element has no id, or two have the same.
std::vector<std::string> idsOf(const JsonArray &list)
{
    std::vector<std::string> ids;
    std::set<std::string> seen;
    for (const JsonValue &element : list) {
        ids.push_back(idOf(element));
        if (ids.back().empty() || !seen.insert(ids.back()).second)
            return {};
    }
    return ids;
}

class Differ
{
public:
    Differ(const PathPatterns &ignored, JsonChanges &changes)
        : m_ignored(ignored)
        , m_changes(changes)
    {}

    void compare(const JsonValue &base, const JsonValue &head)
    {
        if (m_ignored.match(m_path) || base == head)
            return;
        const JsonObject *baseObject = base.asObject();
        const JsonObject *headObject = head.asObject();
        const JsonArray *baseList = base.asArray();
        const JsonArray *headList = head.asArray();
        if (baseObject != nullptr && headObject != nullptr)
            compareObjects(*baseObject, *headObject);
        else if (baseList != nullptr && headList != nullptr)
            compareLists(*baseList, *headList);
        else
            add(JsonChange::Kind::Changed, base, head);
    }

private:
    /// Goes down by one part while it lives.
    class Step
    {
    public:
        Step(Differ &differ, const std::string &key, const std::string &shown)
            : m_differ(differ)
            , m_pointerSize(differ.m_pointer.size())
            , m_textSize(differ.m_text.size())
        {
            differ.m_path.push_back(key);
            differ.m_pointer += pointerPart(key);
            differ.m_text += shown;
        }
        ~Step()
        {
            m_differ.m_path.pop_back();
            m_differ.m_pointer.resize(m_pointerSize);
            m_differ.m_text.resize(m_textSize);
        }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        Differ &m_differ;
        std::size_t m_pointerSize, m_textSize;
    };

    [[nodiscard]] Step intoKey(const std::string &key)
    {
        if (isPlain(key))
            return {*this, key, (m_text.empty() ? "" : ".") + key};
        return {*this, key, "[" + toJsonText(key, JsonLayout::Compact) + "]"};
    }
    [[nodiscard]] Step intoElement(std::size_t index, const std::string &id = {})
    {
        const std::string number = std::to_string(index);
        return {*this, number, id.empty() ? "[" + number + "]" : "[id=" + id + "]"};
    }

    void add(JsonChange::Kind kind, const JsonValue &before, const JsonValue &after)
    {
        if (!m_ignored.match(m_path))
            addElement(kind, before, after);
    }

    void compareObjects(const JsonObject &base, const JsonObject &head)
    {
        for (const auto &[key, value] : base) {
            const Step step = intoKey(key);
            if (const JsonValue *other = head.find(key))
                compare(value, *other);
            else
                add(JsonChange::Kind::Removed, value, {});
        }
        for (const auto &[key, value] : head) {
            if (base.find(key) != nullptr)
                continue;
            const Step step = intoKey(key);
            add(JsonChange::Kind::Added, {}, value);
        }
    }

    void compareLists(const JsonArray &base, const JsonArray &head)
    {
        // A pattern that passes over all elements leaves nothing of a list to compare. One that names a
        // single place passes over what is in it, and never over what came or went there: the others would
        // stand elsewhere.
        if (isAnyElementIgnored({}))
            return;
        const bool isShort = base.size() <= mostById / std::max<std::size_t>(head.size(), 1);
        const bool hasIds = isShort && !isAnyElementIgnored({"id"});
        const std::vector<std::string> baseIds = hasIds ? idsOf(base) : std::vector<std::string>();
        const std::vector<std::string> headIds = hasIds ? idsOf(head) : std::vector<std::string>();
        if (!baseIds.empty() && !headIds.empty())
            compareById(base, baseIds, head, headIds);
        else
            compareByContent(base, head);
    }

    /// Whether a place below every element is passed over.
    [[nodiscard]] bool isAnyElementIgnored(const std::vector<std::string> &below)
    {
        const std::size_t depth = m_path.size();
        m_path.emplace_back(anyElement);
        m_path.insert(m_path.end(), below.begin(), below.end());
        const bool isIgnored = m_ignored.match(m_path);
        m_path.resize(depth);
        return isIgnored;
    }

    void addElement(
        JsonChange::Kind kind, const JsonValue &before, const JsonValue &after, std::string from = {})
    {
        m_changes.push_back({kind, m_text, m_pointer, std::move(from), before, after});
    }

    void compareById(const JsonArray &base, const std::vector<std::string> &baseIds, const JsonArray &head,
        const std::vector<std::string> &headIds)
    {
        std::vector<std::size_t> there; // which elements of the base are in the list as it is now
        const std::set<std::string> wanted(headIds.begin(), headIds.end());
        for (std::size_t i = 0; i < base.size(); ++i)
            there.push_back(i);
        for (std::size_t i = base.size(); i-- > 0;) {
            if (wanted.contains(baseIds[i]))
                continue;
            const Step step = intoElement(i, baseIds[i]);
            addElement(JsonChange::Kind::Removed, base[i], {});
            there.erase(there.begin() + static_cast<std::ptrdiff_t>(i));
        }
        constexpr std::size_t added = static_cast<std::size_t>(-1);
        for (std::size_t i = 0; i < head.size(); ++i) {
            const auto at = there.begin() + static_cast<std::ptrdiff_t>(i);
            const auto found = std::find_if(at, there.end(),
                [&](std::size_t each) { return each != added && baseIds[each] == headIds[i]; });
            const std::string from = m_pointer + "/" + std::to_string(found - there.begin());
            const Step step = intoElement(i, headIds[i]);
            if (found == there.end()) {
                addElement(JsonChange::Kind::Added, {}, head[i]);
                there.insert(at, added);
            } else if (found != at) {
                addElement(
                    JsonChange::Kind::Moved, static_cast<double>(*found), static_cast<double>(i), from);
                std::rotate(at, found, found + 1);
            }
        }
        for (std::size_t i = 0; i < head.size(); ++i) {
            if (there[i] == added)
                continue;
            const Step step = intoElement(i, headIds[i]);
            compare(base[there[i]], head[i]);
        }
    }

    void compareByContent(const JsonArray &base, const JsonArray &head)
    {
        const auto isSame = [&](std::size_t i, std::size_t j) {
            m_path.push_back(std::to_string(j));
            const bool same = isSameJson(base[i], head[j], m_ignored, m_path);
            m_path.pop_back();
            return same;
        };
        std::size_t at = 0; // in the list as it is now
        for (const ListScript::Stretch &stretch : ListScript::between(base.size(), head.size(), isSame)) {
            const std::size_t both = std::min(stretch.removed, stretch.added);
            for (std::size_t i = 0; i < both; ++i, ++at) {
                const Step step = intoElement(at);
                compare(base[stretch.base + i], head[stretch.head + i]);
            }
            for (std::size_t i = both; i < stretch.removed; ++i) {
                const Step step = intoElement(at);
                addElement(JsonChange::Kind::Removed, base[stretch.base + i], {});
            }
            for (std::size_t i = both; i < stretch.added; ++i, ++at) {
                const Step step = intoElement(at);
                addElement(JsonChange::Kind::Added, {}, head[stretch.head + i]);
            }
            at += stretch.kept;
        }
    }

    const PathPatterns &m_ignored;
    JsonChanges &m_changes;
    std::vector<std::string> m_path;
    std::string m_pointer, m_text;
};

} // namespace

JsonChanges diffJson(const JsonValue &base, const JsonValue &head, const PathPatterns &ignored)
{
    JsonChanges changes;
    Differ(ignored, changes).compare(base, head);
    return changes;
}

bool isSameJson(
    const JsonValue &base, const JsonValue &head, const PathPatterns &ignored, std::vector<std::string> path)
{
    if (base == head || ignored.match(path))
        return true;
    const JsonObject *baseObject = base.asObject();
    const JsonObject *headObject = head.asObject();
    const auto below = [&](const std::string &part, const JsonValue *one, const JsonValue *other) {
        path.push_back(part);
        const bool same = one != nullptr && other != nullptr ? isSameJson(*one, *other, ignored, path)
                                                             : ignored.match(path);
        path.pop_back();
        return same;
    };
    if (baseObject != nullptr && headObject != nullptr)
        return std::all_of(baseObject->begin(), baseObject->end(), [&](const auto &member) {
            return below(member.key, &member.value, headObject->find(member.key));
        }) && std::all_of(headObject->begin(), headObject->end(), [&](const auto &member) {
            return baseObject->find(member.key) != nullptr || below(member.key, nullptr, &member.value);
        });
    const JsonArray *baseList = base.asArray();
    const JsonArray *headList = head.asArray();
    if (baseList == nullptr || headList == nullptr)
        return false;
    if (baseList->size() != headList->size())
        return below(anyElement, nullptr, nullptr);
    for (std::size_t i = 0; i < baseList->size(); ++i) {
        if (!below(std::to_string(i), &(*baseList)[i], &(*headList)[i]))
            return false;
    }
    return true;
}

} // namespace inspector
