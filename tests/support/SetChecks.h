// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FileContents.h"
#include "tests/support/TestJson.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace inspector {

/// Whether a file of that name is one that was still being written when its writer died.
inline bool isTemporaryName(const QString &name)
{
    static const QRegularExpression temporary(QStringLiteral("\\.[A-Za-z0-9]{6}$"));
    return temporary.match(name).hasMatch() && !name.endsWith(QStringLiteral(".ndjson"));
}

/// The first artifact that a manifest names and that is not in the folder as it says; empty where all are.
inline QByteArray brokenPromiseOf(const QByteArray &manifest, const FileContents &files)
{
    const auto document = parseJson(manifest.toStdString());
    if (!document)
        return "the manifest is no JSON";
    for (const JsonValue &value : *(*document->asObject())["artifacts"].asArray()) {
        const JsonObject &artifact = *value.asObject();
        const QString name = QString::fromStdString(*artifact["filename"].asString());
        const QByteArray digest =
            QCryptographicHash::hash(files.value(name), QCryptographicHash::Sha256).toHex();
        if (!files.contains(name) || digest != QByteArray::fromStdString(*artifact["sha256"].asString()))
            return "the manifest names " + name.toUtf8() + ", which is not there as it says";
    }
    return {};
}

/// What is wrong with a folder in which somebody died or failed while he made `after` of `before`: under each
/// name there has to be what was there, what comes there, or nothing where nothing was; and what a manifest
/// names has to be there. What describes the set goes before its artifacts change, and comes back last.
inline QByteArray brokenFileOf(
    const FileContents &files, const FileContents &before, const FileContents &after)
{
    const QStringList describing{
        QStringLiteral("ci-artifacts.json"), QStringLiteral("SHA256SUMS"), QStringLiteral("ci-summary.md")};
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (it.key() == describing.front()) {
            if (QByteArray broken = brokenPromiseOf(it.value(), files); !broken.isEmpty())
                return broken;
            continue;
        }
        const bool isOld = before.contains(it.key()) && before.value(it.key()) == it.value();
        const bool isNew = after.contains(it.key()) && after.value(it.key()) == it.value();
        // How an export went wrong stands in its summary.
        if (!isOld && !isNew && !isTemporaryName(it.key()) && !describing.contains(it.key()))
            return it.key().toUtf8() + " is neither what was there nor what comes there: " + it.value();
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!files.contains(it.key()) && !describing.contains(it.key()))
            return it.key().toUtf8() + ", which was there, is lost";
    }
    return {};
}

} // namespace inspector
