// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>

namespace inspector {

/// The token of an installation, in a file that only its owner reads, so that a snippet in a game's page goes
/// on working. Errors: `write_failed`, `not_a_file`.
class LiveTokenFile
{
public:
    explicit LiveTokenFile(std::string path);

    /// The token; a new one where there is none yet.
    [[nodiscard]] Result<std::string> load() const;
    /// Makes a new one: snippets with the old one are refused from then on.
    [[nodiscard]] Result<std::string> renew() const;

private:
    std::string m_path;
};

} // namespace inspector
