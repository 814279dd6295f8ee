// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/ReadReport.h"

#include <QByteArrayList>

namespace inspector {

/// `warning 3: what it is [field]`, without the brackets where no field is concerned.
inline QByteArray shownIssue(const ReadIssue &issue)
{
    QByteArray text;
    switch (issue.kind) {
    case ReadIssue::Kind::Warning:
        text = "warning ";
        break;
    case ReadIssue::Kind::SkippedLine:
        text = "skipped ";
        break;
    case ReadIssue::Kind::Gap:
        text = "gap ";
        break;
    }
    text.append(QByteArray::number(static_cast<qulonglong>(issue.line))).append(": ");
    text.append(QByteArray::fromStdString(issue.reason));
    if (!issue.field.empty())
        text.append(" [").append(QByteArray::fromStdString(issue.field)).append(']');
    return text;
}

inline QByteArrayList shownIssues(const std::vector<ReadIssue> &issues)
{
    QByteArrayList lines;
    for (const ReadIssue &issue : issues)
        lines.append(shownIssue(issue));
    return lines;
}

} // namespace inspector
