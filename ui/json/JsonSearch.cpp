// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/JsonSearch.h"

#include "ui/common/Words.h"
#include "ui/json/JsonTreeModel.h"

namespace inspector {

namespace {

class Search
{
public:
    Search(const QString &needle, std::size_t most)
        : m_needle(needle)
        , m_most(most)
        , m_looksAtPaths(needle.contains(QLatin1Char('.')))
    {}

    void look(const JsonValue &value)
    {
        int row = 0;
        if (const JsonObject *object = value.asObject()) {
            for (const JsonObject::Member &member : *object)
                lookAt(row++, words::text(member.key), member.value);
        } else if (const JsonArray *list = value.asArray()) {
            for (const JsonValue &element : *list) {
                lookAt(row, m_looksAtPaths ? QString::number(row) : QString(), element);
                ++row;
            }
        }
    }

    std::vector<JsonRowPath> found;

private:
    void lookAt(int row, const QString &key, const JsonValue &value)
    {
        if (found.size() >= m_most)
            return;
        m_path.push_back(row);
        const qsizetype parentLength = m_pathText.size();
        if (m_looksAtPaths)
            m_pathText += (parentLength == 0 ? QString() : QStringLiteral(".")) + key;
        const bool isPlain = value.asObject() == nullptr && value.asArray() == nullptr;
        if (holds(key) || isPathTo(parentLength) || (isPlain && holds(shortJson(value))))
            found.push_back(m_path);
        look(value);
        m_pathText.truncate(parentLength);
        m_path.pop_back();
    }

    [[nodiscard]] bool holds(const QString &text) const
    {
        return text.contains(m_needle, Qt::CaseInsensitive);
    }

    /// Whether the needle ends in the last part of the path: what is below is not meant too.
    [[nodiscard]] bool isPathTo(qsizetype parentLength) const
    {
        const qsizetype at =
            m_looksAtPaths ? m_pathText.lastIndexOf(m_needle, -1, Qt::CaseInsensitive) : qsizetype{-1};
        return at >= 0 && at + m_needle.size() > parentLength + 1;
    }

    const QString &m_needle;
    std::size_t m_most;
    bool m_looksAtPaths;
    QString m_pathText;
    JsonRowPath m_path;
};

} // namespace

std::vector<JsonRowPath> searchJson(const JsonValue &value, const QString &needle, std::size_t most)
{
    if (needle.isEmpty())
        return {};
    Search search(needle, most);
    search.look(value);
    return std::move(search.found);
}

} // namespace inspector
