// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExitCode.h"

#include "core/base/Result.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace inspector {

namespace {

struct CodeOfError
{
    std::string_view error;
    ExitCode code;
};

/// Errors that are no plain "cannot be read".
constexpr std::array<CodeOfError, 22> codesOfErrors{{{"interrupted", ExitCode::Interrupted},
    {"terminated", ExitCode::Terminated}, {"internal", ExitCode::InternalError}, {"usage", ExitCode::Usage},
    {"output_clash", ExitCode::Usage}, {"not_understood", ExitCode::InputNotUnderstood},
    {"future_session", ExitCode::InputNotUnderstood}, {"future_version", ExitCode::InputNotUnderstood},
    {"too_large", ExitCode::InputNotUnderstood}, {"no_such_snapshot", ExitCode::InputNotUnderstood},
    {"bad_catalogue", ExitCode::InputNotUnderstood}, {"bad_mission", ExitCode::InputNotUnderstood},
    {"bad_expectations", ExitCode::InputNotUnderstood}, {"nothing_to_align", ExitCode::InputNotUnderstood},
    {"nothing_to_bundle", ExitCode::InputNotUnderstood}, {"write_failed", ExitCode::WriteFailed},
    {"in_use", ExitCode::WriteFailed}, {"exists", ExitCode::WriteFailed},
    {"not_a_file", ExitCode::WriteFailed}, {"bad_pattern", ExitCode::Usage}, {"port_in_use", ExitCode::Usage},
    {"nobody_connected", ExitCode::NobodyConnected}}};

} // namespace

ExitCode exitCodeOf(const Error &error)
{
    const auto *known = std::find_if(codesOfErrors.begin(), codesOfErrors.end(),
        [&](const CodeOfError &each) { return each.error == error.code; });
    return known == codesOfErrors.end() ? ExitCode::InputUnreadable : known->code;
}

} // namespace inspector
