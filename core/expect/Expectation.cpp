// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/Expectation.h"

#include "core/base/EcmaJson.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>

namespace inspector {

namespace {

using Operator = Expectation::Operator;

struct Named
{
    Operator op;
    std::string_view name, words;
};

constexpr std::array<Named, 10> operators{
    {{Operator::Equals, "equals", "is"}, {Operator::NotEquals, "notEquals", "is not"},
        {Operator::LessThan, "lessThan", "less than"}, {Operator::AtMost, "atMost", "at most"},
        {Operator::GreaterThan, "greaterThan", "more than"}, {Operator::AtLeast, "atLeast", "at least"},
        {Operator::Contains, "contains", "contains"}, {Operator::Matches, "matches", "matches"},
        {Operator::Exists, "exists", "is there"}, {Operator::Missing, "missing", "is not there"}}};

const Named &namedOf(Operator op)
{
    return operators[static_cast<std::size_t>(op)];
}

bool containsValue(const JsonValue &actual, const JsonValue &wanted)
{
    if (const JsonArray *list = actual.asArray())
        return std::find(list->begin(), list->end(), wanted) != list->end();
    const std::string *part = wanted.asString();
    if (part == nullptr)
        return false;
    if (const std::string *text = actual.asString())
        return text->find(*part) != std::string::npos;
    const JsonObject *object = actual.asObject();
    return object != nullptr && object->find(*part) != nullptr;
}

bool matchesPattern(const JsonValue &actual, const JsonValue &pattern)
{
    if (actual.asString() == nullptr || pattern.asString() == nullptr)
        return false;
    const QRegularExpression expression(
        QString::fromStdString(*pattern.asString()), QRegularExpression::UseUnicodePropertiesOption);
    return expression.match(QString::fromStdString(*actual.asString())).hasMatch();
}

std::string whenText(const Expectation::When &when)
{
    if (const auto *at = std::get_if<Expectation::At>(&when))
        return " at " + at->place.text();
    if (const auto *by = std::get_if<Expectation::By>(&when))
        return " by " + by->place.text();
    const auto *within = std::get_if<Expectation::Within>(&when);
    if (within == nullptr)
        return {};
    return " within " + toJsonText(within->ms, JsonLayout::Compact) + " ms" +
           (within->after ? " of " + within->after->text() : std::string());
}

} // namespace

bool Expectation::isMetBy(const JsonValue &actual) const
{
    const double *number = actual.asNumber();
    const double *limit = value.asNumber();
    const bool areNumbers = number != nullptr && limit != nullptr;
    switch (op) {
    case Operator::Equals:
        return actual == value;
    case Operator::NotEquals:
        return !(actual == value);
    case Operator::LessThan:
        return areNumbers && *number < *limit;
    case Operator::AtMost:
        return areNumbers && *number <= *limit;
    case Operator::GreaterThan:
        return areNumbers && *number > *limit;
    case Operator::AtLeast:
        return areNumbers && *number >= *limit;
    case Operator::Contains:
        return containsValue(actual, value);
    case Operator::Matches:
        return matchesPattern(actual, value);
    case Operator::Exists:
        return !actual.isNull();
    default:
        return actual.isNull();
    }
}

std::string Expectation::text() const
{
    std::string words = pathText(path).append(" ").append(wordsOf(op));
    if (takesValue(op))
        words += " " + toJsonText(value, JsonLayout::Compact);
    return words + whenText(when);
}

std::string_view nameOf(Operator op)
{
    return namedOf(op).name;
}

std::string_view wordsOf(Operator op)
{
    return namedOf(op).words;
}

std::optional<Operator> operatorOf(std::string_view name)
{
    const auto *known = std::find_if(
        operators.begin(), operators.end(), [&](const Named &each) { return each.name == name; });
    return known == operators.end() ? std::nullopt : std::optional(known->op);
}

bool takesValue(Operator op)
{
    return op != Operator::Exists && op != Operator::Missing;
}

std::optional<std::string> problemOf(Operator op, const JsonValue &value)
{
    switch (op) {
    case Operator::LessThan:
    case Operator::AtMost:
    case Operator::GreaterThan:
    case Operator::AtLeast:
        if (value.asNumber() == nullptr)
            return "must be a number with " + std::string(nameOf(op));
        return std::nullopt;
    case Operator::Matches: {
        if (value.asString() == nullptr)
            return std::string("must be a regular expression, a string, with matches");
        const QRegularExpression expression(QString::fromStdString(*value.asString()));
        if (!expression.isValid())
            return "is no regular expression: " + expression.errorString().toStdString() + " at " +
                   std::to_string(expression.patternErrorOffset());
        return std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

} // namespace inspector
