// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/EcmaJson.h"
#include "core/base/JsonObject.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace inspector {

/// The text of a session file in the making: one record a line, each with the next `seq`, from 1.
class RecordLines
{
public:
    void append(std::string_view type, JsonObject::Members fields)
    {
        fields.insert(fields.begin(), {"type", type});
        fields.push_back({"seq", ++m_count});
        m_text += toJsonText(JsonObject(std::move(fields)), JsonLayout::Compact);
        m_text += '\n';
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    std::uint64_t m_count = 0;
};

} // namespace inspector
