// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QString>
#include <QTest>

#include <algorithm>

namespace inspector {

using FileContents = QMap<QString, QByteArray>;

/// Every file of a folder with its bytes.
inline FileContents filesOf(const QString &folder)
{
    FileContents files;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            QTest::qFail("a file cannot be read", __FILE__, __LINE__);
        files.insert(name, file.readAll());
    }
    return files;
}

/// Every artifact of a folder, without what describes the set (docs/ci-integration.md).
inline FileContents artifactsOf(const QString &folder)
{
    FileContents files = filesOf(folder);
    for (const char *name : {"ci-artifacts.json", "SHA256SUMS", "ci-summary.md"})
        files.remove(QString::fromLatin1(name));
    return files;
}

/// Says in which files two folders differ, and where; empty when they are alike.
inline QByteArray differenceOf(const FileContents &actual, const FileContents &expected)
{
    if (actual.keys() != expected.keys())
        return QByteArray("files ")
            .append(actual.keys().join(u' ').toUtf8())
            .append(" instead of ")
            .append(expected.keys().join(u' ').toUtf8());
    for (auto it = actual.begin(); it != actual.end(); ++it) {
        const QByteArrayList lines = it.value().split('\n');
        const QByteArrayList wanted = expected.value(it.key()).split('\n');
        for (qsizetype i = 0; i < std::max(lines.size(), wanted.size()); ++i) {
            if (lines.value(i) != wanted.value(i) || lines.size() != wanted.size())
                return it.key()
                    .toUtf8()
                    .append(':')
                    .append(QByteArray::number(i + 1))
                    .append(": ")
                    .append(lines.value(i))
                    .append("\n  instead of ")
                    .append(wanted.value(i));
        }
    }
    return {};
}

} // namespace inspector
