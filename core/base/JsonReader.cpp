// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"

#include "core/base/JsonRepair.h"
#include "core/base/JsonRewriter.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace inspector {

namespace dom = simdjson::dom;

static_assert(JsonReader::padding >= simdjson::SIMDJSON_PADDING);
static_assert(std::is_trivially_copyable_v<dom::element>);

namespace {

void copy(const dom::element &element, JsonValue &into)
{
    switch (element.type()) {
    case dom::element_type::NULL_VALUE:
        into = {};
        return;
    case dom::element_type::BOOL:
        into = element.get_bool().value_unsafe();
        return;
    case dom::element_type::INT64:
        into = element.get_int64().value_unsafe();
        return;
    case dom::element_type::UINT64:
        into = element.get_uint64().value_unsafe();
        return;
    case dom::element_type::DOUBLE:
        into = element.get_double().value_unsafe();
        return;
    case dom::element_type::STRING:
        JsonRewriter::text(into) = element.get_string().value_unsafe();
        return;
    case dom::element_type::ARRAY: {
        const dom::array array = element.get_array().value_unsafe();
        JsonArray values;
        values.reserve(array.size());
        for (const dom::element value : array)
            copy(value, values.emplace_back());
        into = std::move(values);
        return;
    }
    case dom::element_type::OBJECT: {
        const dom::object object = element.get_object().value_unsafe();
        JsonRewriter::object(into, [&](JsonObject::Members &members) {
            members.reserve(object.size());
            std::size_t count = 0;
            for (const auto &[key, value] : object) {
                JsonObject::Member &member = count < members.size() ? members[count] : members.emplace_back();
                member.key = key;
                copy(value, member.value);
                ++count;
            }
            members.resize(count);
        });
        return;
    }
    }
    into = {};
}

bool isMendable(simdjson::error_code code)
{
    return code == simdjson::UTF8_ERROR || code == simdjson::STRING_ERROR || code == simdjson::NUMBER_ERROR;
}

/// How deep the lists and objects of `text` are nested; brackets inside strings are text.
std::size_t nestingDepth(std::string_view text)
{
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '[' || c == '{'))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (c == ']' || c == '}') && depth > 0)
            --depth;
    }
    return deepest;
}

tl::unexpected<Error> unreadable(simdjson::error_code code, std::size_t depth)
{
    if (code == simdjson::DEPTH_ERROR) {
        return failure("too_deep", "nested deeper than " + std::to_string(depth) + " levels",
            "Flatten the payload before it is emitted.");
    }
    if (code == simdjson::EMPTY)
        return failure("bad_json", "not JSON: nothing there");
    std::string words = simdjson::error_message(code);
    words.erase(words.find_last_not_of('.') + 1); // a remedy begins a sentence of its own
    return failure("bad_json", "not JSON: " + words);
}

} // namespace

struct JsonReader::Parser
{
    static constexpr std::size_t startCapacity = 4096; // bytes; grows with the longest text

    explicit Parser(std::size_t depth)
        : deepest(depth)
    {
        // One level less than is allowed: simdjson does not count an empty list or object, so that with the
        // right number a text one level too deep could pass. What is refused here for its depth is counted
        // and read once more.
        [[maybe_unused]] const auto error = shallow.allocate(startCapacity, deepest);
    }

    simdjson::error_code parse(std::string_view text, bool padded, dom::element &element)
    {
        const auto error = shallow.parse(text.data(), text.size(), !padded).get(element);
        if (error != simdjson::DEPTH_ERROR || nestingDepth(text) > deepest)
            return error;
        if (deep.max_depth() <= deepest) [[maybe_unused]]
            const auto allocated = deep.allocate(text.size(), deepest + 1);
        return deep.parse(text.data(), text.size(), true).get(element);
    }

    std::size_t deepest;
    dom::parser shallow;
    dom::parser deep;
    std::string repaired;
};

JsonReader::JsonReader(std::size_t depth)
    : m_parser(std::make_unique<Parser>(depth))
{}

JsonReader::~JsonReader() = default;

Result<JsonView> JsonReader::read(std::string_view text, bool padded)
{
    m_repairs.clear();
    if (text.empty())
        text = ""; // copying from nowhere is undefined, also of nothing
    dom::element element;
    const auto error = m_parser->parse(text, padded && !text.empty(), element);
    if (error == simdjson::SUCCESS) {
        JsonView view;
        static_assert(sizeof view.m_element == sizeof element);
        std::memcpy(view.m_element.data(), &element, sizeof element);
        return view;
    }
    return isMendable(error) ? readRepaired(text) : Result<JsonView>(unreadable(error, m_parser->deepest));
}

Result<JsonView> JsonReader::readRepaired(std::string_view text)
{
    JsonRepair repair = repairJson(text);
    m_parser->repaired = std::move(repair.text);
    m_parser->repaired.reserve(m_parser->repaired.size() + padding);
    dom::element element;
    const auto error = m_parser->parse(m_parser->repaired, true, element);
    if (error != simdjson::SUCCESS)
        return unreadable(error, m_parser->deepest);
    if (repair.replacedBytes)
        m_repairs.emplace_back("invalid UTF-8 was replaced by U+FFFD");
    if (repair.replacedSurrogates)
        m_repairs.emplace_back("a lone surrogate escape was replaced by U+FFFD");
    if (repair.replacedNumbers)
        m_repairs.emplace_back("a number beyond the range of a double was read as null");
    JsonView view;
    std::memcpy(view.m_element.data(), &element, sizeof element);
    return view;
}

Result<JsonValue> parseJson(std::string_view text)
{
    JsonReader reader;
    return reader.read(text).map([](const JsonView &view) { return view.toValue(); });
}

namespace {

dom::element elementOf(const std::array<std::byte, 2 * sizeof(void *)> &bytes)
{
    dom::element element;
    std::memcpy(&element, bytes.data(), sizeof element);
    return element;
}

} // namespace

bool JsonView::isObject() const
{
    return elementOf(m_element).is_object();
}

bool JsonView::isNull() const
{
    return elementOf(m_element).is_null();
}

std::optional<std::string_view> JsonView::asString() const
{
    std::string_view text;
    return elementOf(m_element).get(text) == simdjson::SUCCESS ? std::optional(text) : std::nullopt;
}

std::optional<double> JsonView::asNumber() const
{
    const dom::element element = elementOf(m_element);
    switch (element.type()) {
    case dom::element_type::INT64:
        return static_cast<double>(element.get_int64().value_unsafe());
    case dom::element_type::UINT64:
        return static_cast<double>(element.get_uint64().value_unsafe());
    case dom::element_type::DOUBLE:
        return element.get_double().value_unsafe();
    default:
        return std::nullopt;
    }
}

JsonValue JsonView::toValue() const
{
    JsonValue value;
    copyTo(value);
    return value;
}

void JsonView::copyTo(JsonValue &value) const
{
    copy(elementOf(m_element), value);
}

std::string_view JsonView::typeName() const
{
    switch (elementOf(m_element).type()) {
    case dom::element_type::NULL_VALUE:
        return "null";
    case dom::element_type::BOOL:
        return "boolean";
    case dom::element_type::STRING:
        return "string";
    case dom::element_type::ARRAY:
        return "list";
    case dom::element_type::OBJECT:
        return "object";
    default:
        return "number";
    }
}

void JsonView::visitMembers(void *context, Visitor visit) const
{
    dom::object object;
    if (elementOf(m_element).get(object) != simdjson::SUCCESS)
        return;
    JsonView value;
    for (const auto &[key, element] : object) {
        std::memcpy(value.m_element.data(), &element, sizeof element);
        visit(context, key, value);
    }
}

} // namespace inspector
