// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonView.h"
#include "core/base/Result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Reads one JSON text after another into the same memory. Strict (RFC 8259), except for what JsonRepair
/// mends; each mending is told by `repairs()`.
class JsonReader
{
public:
    /// Bytes that must be readable behind a text given as padded.
    static constexpr std::size_t padding = 64;
    /// Nested lists and objects that are read, the outermost counting as 1; a deeper text is an error.
    static constexpr std::size_t maxDepth = 128;
    /// The same of a whole document: in a snapshot, what came in a record stands up to four levels deeper.
    static constexpr std::size_t maxDocumentDepth = 136;

    explicit JsonReader(std::size_t depth = maxDepth);
    ~JsonReader();
    JsonReader(const JsonReader &) = delete;
    JsonReader &operator=(const JsonReader &) = delete;

    /// Reads `text`. The view is valid until the next read; `padded` promises `padding` readable bytes behind
    /// the text, else it is copied. Errors: `bad_json`, `too_deep`.
    [[nodiscard]] Result<JsonView> read(std::string_view text, bool padded = false);

    /// What the last read mended, in words; empty for nearly every text.
    [[nodiscard]] const std::vector<std::string> &repairs() const { return m_repairs; }

private:
    struct Parser;

    [[nodiscard]] Result<JsonView> readRepaired(std::string_view text);

    std::unique_ptr<Parser> m_parser;
    std::vector<std::string> m_repairs;
};

/// Reads one JSON text into a value of its own.
[[nodiscard]] Result<JsonValue> parseJson(std::string_view text);

} // namespace inspector
