// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTabWidget;

namespace inspector {

class FrameSource;
class SessionCursor;
class ThemeController;

/// Saves the plot of the view that is in front.
class PictureCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureCommands)

public:
    /// All must outlive it.
    struct Parts
    {
        QTabWidget &views;
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
    };

    explicit PictureCommands(const Parts &parts);

    /// Asks for a file.
    void save();
    void saveTo(const QString &path);

signals:
    void saved(const QString &path);
    /// Why there is no picture; empty once there is one.
    void problemChanged(const QString &text);

private:
    [[nodiscard]] QString shown() const;

    Parts m_parts;
};

} // namespace inspector
