// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/base/KeyOrderedMap.h"
#include "core/base/Shared.h"
#include "core/base/SharedList.h"
#include "core/state/FieldReader.h"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace inspector {

/// A struct that lists its fields once, as `static constexpr auto fields()`: a tuple of `field("name",
/// &T::member)` in the order in which they are written. Writing, reading, and telling two values apart all
/// follow that list.
template <class T>
concept Described = requires
{
    T::fields();
};

template <class Owner, class Member>
struct Field
{
    std::string_view name;
    Member Owner::*member;
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(std::string_view name, Member Owner::*member)
{
    return {name, member};
}

/// A JSON value that may only be of some types; anything else counts as absent.
struct NumberOrText
{
    JsonValue value;
    friend bool operator==(const NumberOrText &, const NumberOrText &) = default;
};
struct NumberOrList
{
    JsonValue value;
    friend bool operator==(const NumberOrList &, const NumberOrList &) = default;
};

using Text = std::optional<std::string>;
using Number = std::optional<double>;
using ObjectOrNull = std::optional<Shared<JsonObject>>;

// ---- writing ----

[[nodiscard]] inline JsonValue toJson(double number)
{
    return number;
}
[[nodiscard]] inline JsonValue toJson(std::same_as<bool> auto flag)
{
    return flag;
}
[[nodiscard]] inline JsonValue toJson(const std::string &text)
{
    return text;
}
[[nodiscard]] inline JsonValue toJson(const NumberOrText &either)
{
    return either.value;
}
[[nodiscard]] inline JsonValue toJson(const NumberOrList &either)
{
    return either.value;
}
[[nodiscard]] inline JsonValue toJson(const Shared<JsonObject> &object)
{
    return object;
}
template <Described T>
[[nodiscard]] JsonValue toJson(const T &value);
template <class T>
[[nodiscard]] JsonValue toJson(const Shared<T> &value);
template <class T>
[[nodiscard]] JsonValue toJson(const std::optional<T> &value);
template <class T>
[[nodiscard]] JsonValue toJson(const SharedList<T> &list);
template <class V>
[[nodiscard]] JsonValue toJson(const KeyOrderedMap<V> &map);

template <Described T>
JsonValue toJson(const T &value)
{
    JsonObject::Members members;
    std::apply(
        [&](const auto &...each) {
            members.reserve(sizeof...(each));
            (members.push_back({std::string(each.name), toJson(value.*each.member)}), ...);
        },
        T::fields());
    return JsonObject(std::move(members));
}

template <class T>
JsonValue toJson(const Shared<T> &value)
{
    return toJson(*value);
}

template <class T>
JsonValue toJson(const std::optional<T> &value)
{
    return value ? toJson(*value) : JsonValue();
}

template <class T>
JsonValue toJson(const SharedList<T> &list)
{
    JsonArray values;
    values.reserve(list.size());
    for (const T &element : list)
        values.push_back(toJson(element));
    return values;
}

template <class V>
JsonValue toJson(const KeyOrderedMap<V> &map)
{
    JsonObject::Members members;
    members.reserve(map.size());
    map.forEach([&](std::string_view key, const V &value) {
        members.push_back({std::string(key), toJson(value)});
    });
    return JsonObject(std::move(members));
}

// ---- reading: true when `from` has the right type; what is null or of another leaves `into` as it is ----

inline bool readField(const JsonValue &from, double &into, FieldReader &reader)
{
    const double *number = from.asNumber();
    if (number != nullptr)
        into = *number;
    return reader.accept(number != nullptr, "a number", from);
}

inline bool readField(const JsonValue &from, std::same_as<bool> auto &into, FieldReader &reader)
{
    const bool *flag = from.asBool();
    if (flag != nullptr)
        into = *flag;
    return reader.accept(flag != nullptr, "a boolean", from);
}

inline bool readField(const JsonValue &from, std::string &into, FieldReader &reader)
{
    const std::string *text = from.asString();
    if (text != nullptr)
        into = *text;
    return reader.accept(text != nullptr, "a string", from);
}

/// As any other optional, without the copy in between: most fields of most events are texts.
inline bool readField(const JsonValue &from, Text &into, FieldReader &reader)
{
    const std::string *text = from.asString();
    if (text != nullptr)
        into = *text;
    return reader.accept(text != nullptr, "a string", from);
}

inline bool readField(const JsonValue &from, NumberOrText &into, FieldReader &reader)
{
    const bool fits = from.asNumber() != nullptr || from.asString() != nullptr;
    if (fits)
        into.value = from;
    return reader.accept(fits, "a number or a string", from);
}

inline bool readField(const JsonValue &from, NumberOrList &into, FieldReader &reader)
{
    const bool fits = from.asNumber() != nullptr || from.asArray() != nullptr;
    if (fits)
        into.value = from;
    return reader.accept(fits, "a number or a list", from);
}

inline bool readField(const JsonValue &from, Shared<JsonObject> &into, FieldReader &reader)
{
    const Shared<JsonObject> *object = from.asSharedObject();
    if (object != nullptr)
        into = *object;
    return reader.accept(object != nullptr, "an object", from);
}

template <Described T>
bool readField(const JsonValue &from, T &into, FieldReader &reader);
template <class T>
bool readField(const JsonValue &from, Shared<T> &into, FieldReader &reader);
template <class T>
bool readField(const JsonValue &from, std::optional<T> &into, FieldReader &reader);
template <class T>
bool readField(const JsonValue &from, SharedList<T> &into, FieldReader &reader);
template <class V>
bool readField(const JsonValue &from, KeyOrderedMap<V> &into, FieldReader &reader);

template <Described T>
bool readField(const JsonValue &from, T &into, FieldReader &reader)
{
    const JsonObject *object = from.asObject();
    if (object == nullptr)
        return reader.accept(false, "an object", from);
    std::size_t place = 0;
    const auto readMember = [&](std::string_view name, auto &member) {
        if (const JsonValue *value = object->findFrom(place, name)) {
            const FieldReader::Scope scope(reader, name);
            readField(*value, member, reader);
        }
    };
    std::apply([&](const auto &...each) { (readMember(each.name, into.*each.member), ...); }, T::fields());
    return true;
}

template <class T>
bool readField(const JsonValue &from, Shared<T> &into, FieldReader &reader)
{
    T value{};
    const bool read = readField(from, value, reader);
    if (read)
        into = std::move(value);
    return read;
}

template <class T>
bool readField(const JsonValue &from, std::optional<T> &into, FieldReader &reader)
{
    T value{};
    const bool read = readField(from, value, reader);
    if (read)
        into = std::move(value);
    return read;
}

/// Elements that are null or of another type are dropped.
template <class T>
bool readField(const JsonValue &from, SharedList<T> &into, FieldReader &reader)
{
    const JsonArray *array = from.asArray();
    if (array == nullptr)
        return reader.accept(false, "a list", from);
    into = {};
    into.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
        const FieldReader::Scope scope(reader, i);
        T value{};
        if (readField((*array)[i], value, reader))
            into.push_back(std::move(value));
    }
    return true;
}

/// A record without an id takes its key, one that is null or no object is new; another value that does not
/// fit is dropped.
template <class V>
bool readField(const JsonValue &from, KeyOrderedMap<V> &into, FieldReader &reader)
{
    const JsonObject *object = from.asObject();
    if (object == nullptr)
        return reader.accept(false, "an object", from);
    into = {};
    for (const JsonObject::Member &member : *object) {
        const FieldReader::Scope scope(reader, member.key);
        V value{};
        if constexpr (requires { value.id = member.key; })
            value.id = member.key;
        const bool read = readField(member.value, value, reader);
        if (read || Described<V>)
            into.set(member.key, std::move(value));
    }
    return true;
}

} // namespace inspector
