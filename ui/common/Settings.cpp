// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Settings.h"

#include "ui/common/UiZoom.h"

#include <QMetaEnum>
#include <QSettings>
#include <QVariantMap>

namespace inspector {

namespace {

constexpr const char *geometryKey = "window/geometry";
constexpr const char *layoutKey = "window/layout";
constexpr const char *layoutVersionKey = "window/layoutVersion";
constexpr const char *splittersKey = "window/splitters";
constexpr const char *viewKey = "window/view";
constexpr const char *recentKey = "files/recent";
constexpr const char *recordingsKey = "files/recordings";
constexpr const char *snapshotFolderKey = "files/snapshots";
constexpr const char *mutedKey = "events/muted";
constexpr const char *mutedProblemsKey = "problems/muted";
constexpr const char *watchedKey = "state/watched";
constexpr const char *topicsKey = "live/topics";
constexpr const char *themeKey = "look/theme";
constexpr const char *zoomKey = "look/zoom";
constexpr const char *exportKey = "export/choice";

QVariant read(const char *key)
{
    return QSettings().value(QString::fromLatin1(key));
}

void write(const char *key, const QVariant &value)
{
    QSettings().setValue(QString::fromLatin1(key), value);
}

} // namespace

QByteArray Settings::geometry() const
{
    return read(geometryKey).toByteArray();
}

QByteArray Settings::layout() const
{
    return read(layoutVersionKey).toInt() == layoutVersion ? read(layoutKey).toByteArray() : QByteArray();
}

void Settings::setWindow(const QByteArray &geometry, const QByteArray &layout)
{
    write(geometryKey, geometry);
    write(layoutKey, layout);
    write(layoutVersionKey, layoutVersion);
}

QVariantMap Settings::splitters() const
{
    return read(splittersKey).toMap();
}

int Settings::viewInFront() const
{
    return read(viewKey).toInt();
}

void Settings::setViews(const QVariantMap &splitters, int inFront)
{
    write(splittersKey, splitters);
    write(viewKey, inFront);
}

QStringList Settings::recentFiles() const
{
    return read(recentKey).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    QStringList paths = recentFiles();
    paths.removeAll(path);
    paths.prepend(path);
    write(recentKey, QStringList(paths.mid(0, mostRecent)));
}

QStringList Settings::openRecordings() const
{
    return read(recordingsKey).toStringList();
}

void Settings::addOpenRecording(const QString &path)
{
    QStringList paths = openRecordings();
    if (!paths.contains(path))
        write(recordingsKey, paths << path);
}

void Settings::removeOpenRecording(const QString &path)
{
    QStringList paths = openRecordings();
    if (paths.removeAll(path) > 0)
        write(recordingsKey, paths);
}

QStringList Settings::mutedNames() const
{
    return read(mutedKey).toStringList();
}

void Settings::setMutedNames(const QStringList &names)
{
    write(mutedKey, names);
}

QStringList Settings::mutedProblems() const
{
    return read(mutedProblemsKey).toStringList();
}

void Settings::setMutedProblems(const QStringList &kinds)
{
    write(mutedProblemsKey, kinds);
}

QStringList Settings::watchedValues() const
{
    return read(watchedKey).toStringList();
}

void Settings::setWatchedValues(const QStringList &paths)
{
    write(watchedKey, paths);
}

QString Settings::expectationFile() const
{
    return QSettings().value(QStringLiteral("expectationFile")).toString();
}

void Settings::setExpectationFile(const QString &path)
{
    QSettings().setValue(QStringLiteral("expectationFile"), path);
}

QString Settings::snapshotFolder() const
{
    return read(snapshotFolderKey).toString();
}

void Settings::setSnapshotFolder(const QString &folder)
{
    write(snapshotFolderKey, folder);
}

QString Settings::liveTopics() const
{
    return read(topicsKey).toString();
}

void Settings::setLiveTopics(const QString &topics)
{
    write(topicsKey, topics);
}

ThemeController::Mode Settings::themeMode() const
{
    bool isKnown = false;
    const int mode = QMetaEnum::fromType<ThemeController::Mode>().keyToValue(
        read(themeKey).toString().toLatin1().constData(), &isKnown);
    return isKnown ? static_cast<ThemeController::Mode>(mode) : ThemeController::Mode::System;
}

int Settings::zoomPercent() const
{
    const int percent = read(zoomKey).toInt();
    return percent > 0 ? percent : UiZoom::normal;
}

void Settings::setZoomPercent(int percent)
{
    write(zoomKey, percent);
}

void Settings::setThemeMode(ThemeController::Mode mode)
{
    write(themeKey,
        QString::fromLatin1(QMetaEnum::fromType<ThemeController::Mode>().valueToKey(static_cast<int>(mode))));
}

QVariantMap Settings::exportChoice() const
{
    return read(exportKey).toMap();
}

void Settings::setExportChoice(const QVariantMap &choice)
{
    write(exportKey, choice);
}

} // namespace inspector
