// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inspector {

/// What a JSON value is, in the bytes of a StateEncoder.
enum class JsonTag : unsigned char
{
    Null,
    False,
    True,
    Number,
    Text,
    List,
    Object,
};

} // namespace inspector
