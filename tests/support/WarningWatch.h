// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/UnexpectedWarning.h"

#include <atomic>
#include <cstdio>

namespace inspector {

/// Counts the warnings of Qt in a program that is no test, and prints them. There is one at a time.
class WarningWatch
{
public:
    WarningWatch()
    {
        count = 0;
        qInstallMessageHandler(take);
    }
    ~WarningWatch() { qInstallMessageHandler(nullptr); }
    Q_DISABLE_COPY_MOVE(WarningWatch)

    /// `code`, or 1 in place of 0 where Qt warned; it says so then.
    [[nodiscard]] int exitCode(int code) const
    {
        if (count == 0)
            return code;
        std::fprintf(
            stderr, "not met: warnings of Qt, which stand above: %d, the limit is none\n", count.load());
        return code == 0 ? 1 : code;
    }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        static const QRegularExpression unexpected = unexpectedWarning();
        if (!unexpected.match(message).hasMatch())
            return;
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
        if (type == QtWarningMsg || type == QtCriticalMsg)
            ++count;
    }

    inline static std::atomic<int> count = 0;
};

} // namespace inspector
