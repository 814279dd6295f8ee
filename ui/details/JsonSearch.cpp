// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/JsonSearch.h"

#include "ui/common/Words.h"
#include "ui/details/JsonTreeModel.h"

namespace inspector {

namespace {

class Search
{
public:
    Search(const QString &needle, std::size_t most)
        : m_needle(needle)
        , m_most(most)
    {}

    void look(const JsonValue &value)
    {
        int row = 0;
        if (const JsonObject *object = value.asObject()) {
            for (const JsonObject::Member &member : *object)
                lookAt(row++, words::text(member.key), member.value);
        } else if (const JsonArray *list = value.asArray()) {
            for (const JsonValue &element : *list)
                lookAt(row++, {}, element);
        }
    }

    std::vector<JsonRowPath> found;

private:
    void lookAt(int row, const QString &key, const JsonValue &value)
    {
        if (found.size() >= m_most)
            return;
        m_path.push_back(row);
        const bool isPlain = value.asObject() == nullptr && value.asArray() == nullptr;
        if (key.contains(m_needle, Qt::CaseInsensitive) ||
            (isPlain && shortJson(value).contains(m_needle, Qt::CaseInsensitive)))
            found.push_back(m_path);
        look(value);
        m_path.pop_back();
    }

    const QString &m_needle;
    std::size_t m_most;
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
