// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls.
#include "tests/fuzz/Fuzz.h"

#include <QtGlobal>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerInitialize(int * /*argc*/, char *** /*argv*/)
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {}); // of bad input
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz({reinterpret_cast<const char *>(data), size});
    return 0;
}
