// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FileContents.h"
#include "tests/support/TestJson.h"

namespace inspector {

/// One folder of tests/data/conformance.
struct ConformanceCase
{
    QString folder;
    QString prefix;
    double generatedAt = 0;
    double promptHistory = 0, promptSnapshots = 0, transcriptEntries = 0;

    [[nodiscard]] QString session() const { return folder + QStringLiteral("/session.ndjson"); }
    /// The snapshot is called snapshot.json here, so that it can be compared by name.
    [[nodiscard]] FileContents expected() const { return filesOf(folder + QStringLiteral("/expected")); }

    static ConformanceCase load(const QString &name)
    {
        ConformanceCase result;
        result.folder = QStringLiteral(INSPECTOR_TEST_DATA "/conformance/") + name;
        QFile file(result.folder + QStringLiteral("/case.json"));
        if (!file.open(QIODevice::ReadOnly))
            QTest::qFail("case.json cannot be read", __FILE__, __LINE__);
        const JsonValue value = json(file.readAll().toStdString());
        const JsonObject &description = *value.asObject();
        result.prefix = QString::fromStdString(*description["prefix"].asString());
        result.generatedAt = *description["generatedAt"].asNumber();
        result.promptHistory = *(*description["store"].asObject())["tutorialPromptHistoryLimit"].asNumber();
        result.promptSnapshots =
            *(*description["store"].asObject())["tutorialPromptSnapshotLimit"].asNumber();
        result.transcriptEntries = *(*description["transcript"].asObject())["maxEntries"].asNumber();
        return result;
    }

    static QStringList names()
    {
        return QDir(QStringLiteral(INSPECTOR_TEST_DATA "/conformance"))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }
};

/// Gives the snapshot artifact among `files` the name that it has in `expected`.
inline FileContents withPlainSnapshotName(const FileContents &files)
{
    FileContents renamed;
    for (auto it = files.begin(); it != files.end(); ++it) {
        const bool isSnapshot =
            it.key().contains(QStringLiteral("-snapshot-")) && it.key().endsWith(u".json");
        renamed.insert(isSnapshot ? QStringLiteral("snapshot.json") : it.key(), it.value());
    }
    return renamed;
}

} // namespace inspector
