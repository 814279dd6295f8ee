// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"

#include <QByteArray>
#include <QTest>

#include <string_view>

namespace inspector {

/// Reads JSON that a test wrote; a mistake in it fails the test.
inline JsonValue json(std::string_view text)
{
    const Result<JsonValue> value = parseJson(text);
    if (!value) {
        QTest::qFail(("the test's own JSON is wrong: " + value.error().message).c_str(), __FILE__, __LINE__);
        return {};
    }
    return *value;
}

/// Compact JSON, so that QCOMPARE shows whole structures.
inline QByteArray shown(const JsonValue &value)
{
    return QByteArray::fromStdString(toJsonText(value, JsonLayout::Compact));
}

} // namespace inspector
