// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <QTest>

#include <string>
#include <vector>

namespace inspector {

/// Applies a JSON Patch (RFC 6902) as its text says, without a word from the code that makes them; fails the
/// test where an operation does not apply.
class JsonPatcher
{
public:
    [[nodiscard]] static JsonValue apply(JsonValue document, const JsonValue &patch)
    {
        for (const JsonValue &each : *patch.asArray()) {
            const JsonObject &operation = *each.asObject();
            const std::string &op = *operation["op"].asString();
            Path path = split(*operation["path"].asString());
            if (op == "add") {
                document = changed(document, path, 0, Add{operation["value"]});
            } else if (op == "remove") {
                document = changed(document, path, 0, Remove{});
            } else if (op == "replace") {
                document = changed(document, path, 0, Replace{operation["value"]});
            } else if (op == "move") {
                const Path from = split(*operation["from"].asString());
                const JsonValue moved = at(document, from);
                document = changed(document, from, 0, Remove{});
                document = changed(document, path, 0, Add{moved});
            } else {
                fail("unknown operation " + op);
            }
        }
        return document;
    }

    /// Equal, whatever the order of members.
    [[nodiscard]] static bool isSame(const JsonValue &a, const JsonValue &b)
    {
        if (const JsonObject *one = a.asObject()) {
            const JsonObject *other = b.asObject();
            if (other == nullptr || one->size() != other->size())
                return false;
            for (const auto &[key, value] : *one) {
                const JsonValue *match = other->find(key);
                if (match == nullptr || !isSame(value, *match))
                    return false;
            }
            return true;
        }
        if (const JsonArray *one = a.asArray()) {
            const JsonArray *other = b.asArray();
            if (other == nullptr || one->size() != other->size())
                return false;
            for (std::size_t i = 0; i < one->size(); ++i) {
                if (!isSame((*one)[i], (*other)[i]))
                    return false;
            }
            return true;
        }
        return a == b;
    }

private:
    using Path = std::vector<std::string>;
    struct Add
    {
        JsonValue value;
    };
    struct Remove
    {};
    struct Replace
    {
        JsonValue value;
    };

    static void fail(const std::string &why) { QTest::qFail(why.c_str(), __FILE__, __LINE__); }

    static Path split(const std::string &pointer)
    {
        Path path;
        for (const char c : pointer) {
            if (c == '/')
                path.emplace_back();
            else
                path.back() += c;
        }
        for (std::string &part : path) {
            for (const auto &[from, to] : {std::pair("~1", "/"), std::pair("~0", "~")}) {
                for (std::size_t i = part.find(from); i != std::string::npos; i = part.find(from, i + 1))
                    part.replace(i, 2, to);
            }
        }
        return path;
    }

    static JsonValue at(const JsonValue &document, const Path &path)
    {
        JsonValue value = document;
        for (const std::string &part : path)
            value = value.asArray() != nullptr ? value.asArray()->at(std::stoul(part))
                                               : JsonValue((*value.asObject())[part]);
        return value;
    }

    using Place = JsonArray::iterator;
    static void put(JsonArray &elements, Place place, const Add &add) { elements.insert(place, add.value); }
    static void put(JsonArray &elements, Place place, const Remove & /*change*/) { elements.erase(place); }
    static void put(JsonArray & /*elements*/, Place place, const Replace &replace) { *place = replace.value; }

    template <class Change>
    static JsonValue changed(
        const JsonValue &value, const Path &path, std::size_t depth, const Change &change)
    {
        if (depth == path.size()) {
            if constexpr (std::is_same_v<Change, Replace>)
                return change.value;
            fail("the whole document can be replaced only");
            return value;
        }
        const bool isLast = depth + 1 == path.size();
        if (const JsonArray *list = value.asArray()) {
            JsonArray elements = *list;
            const std::size_t index = path[depth] == "-" ? elements.size() : std::stoul(path[depth]);
            const auto place = elements.begin() + static_cast<std::ptrdiff_t>(index);
            if (index > elements.size() || (index == elements.size() && !(isLast && isAdd<Change>))) {
                fail("no element " + path[depth]);
                return value;
            }
            if (isLast)
                put(elements, place, change);
            else
                *place = changed(*place, path, depth + 1, change);
            return elements;
        }
        if (value.asObject() == nullptr) {
            fail("nothing is below " + path[depth]);
            return value;
        }
        JsonObject::Members members = value.asObject()->members();
        const auto member = std::find_if(members.begin(), members.end(),
            [&](const JsonObject::Member &each) { return each.key == path[depth]; });
        if (member == members.end()) {
            if constexpr (std::is_same_v<Change, Add>) {
                if (isLast) {
                    members.push_back({path[depth], change.value});
                    return JsonObject(std::move(members));
                }
            }
            fail("no member " + path[depth]);
            return value;
        }
        if (!isLast)
            member->value = changed(member->value, path, depth + 1, change);
        else if constexpr (std::is_same_v<Change, Remove>)
            members.erase(member);
        else
            member->value = change.value;
        return JsonObject(std::move(members));
    }

    template <class Change>
    static constexpr bool isAdd = std::is_same_v<Change, Add>;
};

} // namespace inspector
