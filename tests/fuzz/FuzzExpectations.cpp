// SPDX-License-Identifier: GPL-3.0-or-later
// A file of expectations: what is read of it has to be what is read of it once it was written.
#include "core/expect/ExpectationFile.h"
#include "tests/fuzz/Fuzz.h"

using namespace inspector;

void fuzz(std::string_view input)
{
    const auto expectations = parseExpectations(input, "fuzz");
    if (!expectations) {
        require(!expectations.error().message.empty(), "an error says what is wrong");
        return;
    }
    const std::string text = expectationsText(*expectations);
    const auto again = parseExpectations(text, "fuzz");
    require(again.has_value(), "expectations that were written can be read");
    require(*again == *expectations, "they are what was written");
}
