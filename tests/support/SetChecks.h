// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FileContents.h"
#include "tests/support/TestJson.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QXmlStreamReader>

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

/// What is wrong with a SHA256SUMS where a full run leaves `whole`: each line has to be true of a file that
/// is there, and none may be missing. Empty where nothing is.
inline QByteArray brokenSumsOf(const QByteArray &sums, const QByteArray &whole, const FileContents &files)
{
    static const QRegularExpression entry(QStringLiteral("^([0-9a-f]{64})  ([^\\n]+)$"));
    if (!sums.endsWith('\n') || sums.count('\n') != whole.count('\n'))
        return "SHA256SUMS is torn: " + sums;
    for (const QByteArray &line : sums.chopped(1).split('\n')) {
        const QRegularExpressionMatch match = entry.match(QString::fromUtf8(line));
        const QString name = match.captured(2);
        const QByteArray digest =
            QCryptographicHash::hash(files.value(name), QCryptographicHash::Sha256).toHex();
        if (!match.hasMatch() || !files.contains(name) || digest != match.captured(1).toLatin1())
            return "SHA256SUMS has a line that is not true: " + line;
    }
    return {};
}

inline qsizetype countOf(const char *lines, const QByteArray &text)
{
    const QRegularExpression all(QString::fromLatin1(lines), QRegularExpression::MultilineOption);
    qsizetype count = 0;
    for (auto match = all.globalMatch(QString::fromUtf8(text)); match.hasNext(); match.next())
        ++count;
    return count;
}

/// Whether a summary goes on to its end. That is the list of artifacts, which has each one that `whole` has
/// unless it says at its start that one failed; of an input that failed, the counts of what was read.
inline bool isWholeSummary(const QByteArray &summary, const QByteArray &whole)
{
    static const char *const artifact = "^\\| .* \\| `[0-9a-f]{64}` \\|$";
    static const char *const failure = "^\\*\\*.*\\*\\* .*$";
    static const QRegularExpression failedInput(
        QStringLiteral("\\n### [^\\n]+\\n\\n\\*\\*[^\\n]*\\n\\n\\d+ records?, \\d+ events?[^\\n]*\\.\\n"
                       "(\\n<details>.*</details>\\n)?$"),
        QRegularExpression::DotMatchesEverythingOption);
    if (failedInput.match(QString::fromUtf8(summary)).hasMatch())
        return true;
    return summary.endsWith('\n') &&
           countOf(artifact, summary) + countOf(failure, summary) >= countOf(artifact, whole);
}

inline bool isWellFormedXml(const QByteArray &text)
{
    QXmlStreamReader reader(text);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

/// What is wrong with a file that is neither the old nor the new one, in a folder that a full run leaves with
/// `after`. Empty where nothing is: it tells how the run went, which no other run says in the same words.
inline QByteArray brokenAccountOf(const QString &name, const FileContents &files, const FileContents &after)
{
    static const QRegularExpression variables(QStringLiteral("^(TELEMETRY_[A-Z_]+=\\S+\\n)+$"));
    const QByteArray content = files.value(name);
    bool isWhole = true;
    if (name == QStringLiteral("ci-artifacts.json"))
        return brokenPromiseOf(content, files);
    if (name == QStringLiteral("SHA256SUMS"))
        return brokenSumsOf(content, after.value(name), files);
    if (name == QStringLiteral("ci-summary.md"))
        isWhole = isWholeSummary(content, after.value(name));
    else if (name == QStringLiteral("telemetry.env"))
        isWhole = variables.match(QString::fromUtf8(content)).hasMatch() &&
                  content.contains("\nTELEMETRY_ARTIFACT_COUNT=");
    else if (name == QStringLiteral("result.json"))
        isWhole = content.endsWith("}\n") && parseJson(content.toStdString()).has_value();
    else if (name.endsWith(QStringLiteral(".xml")))
        isWhole = isWellFormedXml(content);
    else
        return name.toUtf8() + " is neither what was there nor what comes there: " + content;
    return isWhole ? QByteArray() : name.toUtf8() + " is torn: " + content;
}

/// What is wrong with a folder in which somebody died or failed while he made `after` of `before`: under each
/// name there has to be what was there, what comes there, or nothing where nothing was; and what a manifest
/// names has to be there. What describes the set goes before its artifacts change, and comes back last; how
/// a run went wrong stands in its accounts, which have to be whole.
inline QByteArray brokenFileOf(
    const FileContents &files, const FileContents &before, const FileContents &after)
{
    const QStringList describing{QStringLiteral("ci-artifacts.json"), QStringLiteral("SHA256SUMS"),
        QStringLiteral("ci-summary.md"), QStringLiteral("telemetry.env")};
    for (auto it = files.begin(); it != files.end(); ++it) {
        const bool isManifest = it.key() == describing.front();
        const bool isOld = before.contains(it.key()) && before.value(it.key()) == it.value();
        const bool isNew = after.contains(it.key()) && after.value(it.key()) == it.value();
        if (isTemporaryName(it.key()) || ((isOld || isNew) && !isManifest))
            continue;
        if (QByteArray broken = brokenAccountOf(it.key(), files, after); !broken.isEmpty())
            return broken;
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!files.contains(it.key()) && !describing.contains(it.key()))
            return it.key().toUtf8() + ", which was there, is lost";
    }
    return {};
}

} // namespace inspector
