// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace inspector {

/// A failure as a value. `code` is stable and for programs, `message` says what happened (file, line,
/// reason), `remedy` what the reader of the message can do about it; it may be empty.
struct Error
{
    std::string code;
    std::string message;
    std::string remedy;

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string code, std::string message, std::string remedy = {})
{
    return tl::unexpected<Error>(Error{std::move(code), std::move(message), std::move(remedy)});
}

} // namespace inspector
