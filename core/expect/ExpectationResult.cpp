// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationResult.h"

#include "core/expect/ExpectationFile.h"

namespace inspector {

JsonObject toJson(const ExpectationResult &result)
{
    JsonObject::Members members = toJson(result.expectation).members();
    members.push_back({"title", result.expectation.title()});
    members.push_back({"met", result.isMet});
    members.push_back({"record", result.record == 0 ? JsonValue() : JsonValue(result.record)});
    members.push_back({"actual", result.actual});
    members.push_back({"reason", result.isMet ? JsonValue() : JsonValue(result.reason)});
    return JsonObject(std::move(members));
}

} // namespace inspector
