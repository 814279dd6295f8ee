// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/ThemeController.h"

#include <QByteArray>
#include <QStringList>
#include <QVariantMap>

namespace inspector {

/// What the window remembers from one run to the next.
class Settings
{
public:
    static constexpr int layoutVersion =
        5; ///< rises when docks come or go, so that an old layout is not forced on them
    static constexpr qsizetype mostRecent = 8;

    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray layout() const; ///< empty where it is of another version
    void setWindow(const QByteArray &geometry, const QByteArray &layout);

    /// Where the handles between parts of views are, as splitterStates() says it, and the place of the view
    /// in front among the tabs.
    [[nodiscard]] QVariantMap splitters() const;
    [[nodiscard]] int viewInFront() const;
    void setViews(const QVariantMap &splitters, int inFront);

    [[nodiscard]] QStringList recentFiles() const; ///< the newest first
    void addRecentFile(const QString &path);

    /// Recordings that were begun and not ended, by any window.
    [[nodiscard]] QStringList openRecordings() const;
    void addOpenRecording(const QString &path);
    void removeOpenRecording(const QString &path);

    [[nodiscard]] QStringList mutedNames() const;
    void setMutedNames(const QStringList &names);

    /// Kinds of problems that are not shown.
    [[nodiscard]] QStringList mutedProblems() const;
    void setMutedProblems(const QStringList &kinds);

    /// The values of the state that are kept in sight, as StateView writes them.
    [[nodiscard]] QStringList watchedValues() const;
    void setWatchedValues(const QStringList &paths);

    /// The file of expectations that was open last; empty for none.
    [[nodiscard]] QString expectationFile() const;
    void setExpectationFile(const QString &path);

    /// The folder of snapshots that was browsed last; empty for none.
    [[nodiscard]] QString snapshotFolder() const;
    void setSnapshotFolder(const QString &folder);

    /// Patterns of the events that pages shall forward, as somebody wrote them; empty for the usual ones.
    [[nodiscard]] QString liveTopics() const;
    void setLiveTopics(const QString &topics);

    [[nodiscard]] ThemeController::Mode themeMode() const;
    void setThemeMode(ThemeController::Mode mode);

    [[nodiscard]] int zoomPercent() const;
    void setZoomPercent(int percent);

    /// The last choice of an export, as key and value; empty where there was none.
    [[nodiscard]] QVariantMap exportChoice() const;
    void setExportChoice(const QVariantMap &choice);
};

} // namespace inspector
