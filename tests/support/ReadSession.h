// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionReader.h"
#include "tests/support/ShownIssue.h"

#include <QBuffer>
#include <QRegularExpression>

namespace inspector {

/// What an input reads as: a line `#1 event@5 a:b` per record, then one per issue, then the error. Where JSON
/// is wrong, the words of the JSON library are left out.
inline QByteArrayList readSession(QIODevice &device, TimeMs snapshotTime = 1234)
{
    SessionReader reader(device, {snapshotTime, {}});
    SessionRecord record;
    QByteArrayList lines;
    auto more = reader.next(record);
    for (; more && *more; more = reader.next(record)) {
        QByteArray line = "#";
        line.append(QByteArray::number(static_cast<qulonglong>(record.number)))
            .append(' ')
            .append(QByteArray::fromStdString(record.typeName))
            .append('@')
            .append(QByteArray::number(record.timestamp, 'f', 0));
        if (record.event)
            line.append(' ').append(QByteArray::fromStdString(*record.event));
        lines.append(line);
    }
    lines += shownIssues(reader.report().issues);
    if (!more)
        lines.append(QByteArray("error ").append(
            QByteArray::fromStdString(more.error().code + ": " + more.error().message)));
    static const QRegularExpression libraryWords(QStringLiteral("not JSON: .*?(?=\\)?$)"));
    for (QByteArray &line : lines)
        line = QString::fromUtf8(line).replace(libraryWords, QStringLiteral("not JSON")).toUtf8();
    return lines;
}

inline QByteArrayList readSession(const QByteArray &text)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    return readSession(buffer);
}

} // namespace inspector
