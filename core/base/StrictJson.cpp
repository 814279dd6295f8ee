// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StrictJson.h"

#include "core/base/EcmaJson.h"

#include <algorithm>

namespace inspector {

namespace {

const JsonValue nothing;

} // namespace

void JsonProblem::report(std::string_view path, std::string_view reason)
{
    if (!found())
        m_text.append(path.empty() ? "the text" : path).append(" ").append(reason);
}

StrictJson StrictJson::member(std::string_view key) const
{
    if (const auto found = optionalMember(key))
        return *found;
    StrictJson missing(nothing, pathOf(key), *m_problem);
    missing.fail("is missing");
    return missing;
}

std::optional<StrictJson> StrictJson::optionalMember(std::string_view key) const
{
    const JsonObject *object = m_value->asObject();
    if (object == nullptr) {
        failType("an object");
        return std::nullopt;
    }
    const JsonValue *value = object->find(key);
    if (value == nullptr || value->isNull())
        return std::nullopt;
    return StrictJson(*value, pathOf(key), *m_problem);
}

std::vector<std::pair<std::string, StrictJson>> StrictJson::members() const
{
    std::vector<std::pair<std::string, StrictJson>> found;
    const JsonObject *object = m_value->asObject();
    if (object == nullptr) {
        failType("an object");
        return found;
    }
    for (const auto &[key, value] : *object)
        found.emplace_back(key, StrictJson(value, pathOf(key), *m_problem));
    return found;
}

std::vector<StrictJson> StrictJson::elements() const
{
    std::vector<StrictJson> found;
    const JsonArray *list = m_value->asArray();
    if (list == nullptr) {
        failType("a list");
        return found;
    }
    for (std::size_t i = 0; i < list->size(); ++i)
        found.push_back(StrictJson((*list)[i], m_path + "[" + std::to_string(i) + "]", *m_problem));
    return found;
}

std::string StrictJson::text() const
{
    const std::string *text = m_value->asString();
    if (text == nullptr)
        failType("a string");
    return text == nullptr ? std::string() : *text;
}

std::string StrictJson::name() const
{
    std::string name = text();
    if (name.empty())
        fail("must not be empty");
    return name;
}

double StrictJson::number() const
{
    const double *number = m_value->asNumber();
    if (number == nullptr)
        failType("a number");
    return number == nullptr ? 0 : *number;
}

double StrictJson::number(double least, double most) const
{
    const double found = number();
    if (found >= least && found <= most)
        return found;
    std::string reason = "must be from ";
    appendJsonNumber(reason, least);
    reason += " to ";
    appendJsonNumber(reason, most);
    fail(reason);
    return least;
}

bool StrictJson::flag() const
{
    const bool *flag = m_value->asBool();
    if (flag == nullptr)
        failType("a boolean");
    return flag != nullptr && *flag;
}

void StrictJson::allowOnly(std::initializer_list<std::string_view> keys) const
{
    for (const auto &[key, place] : members()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            place.fail("is not known here");
    }
}

std::string StrictJson::pathOf(std::string_view key) const
{
    return m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
}

void StrictJson::failType(std::string_view expected) const
{
    fail("must be " + std::string(expected) + ", not " + std::string(m_value->typeName()));
}

} // namespace inspector
