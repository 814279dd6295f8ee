// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionTracks.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

class QAccessibleInterface;

namespace inspector {

class FrameSource;
class MarkerList;
class SessionCursor;
class ThemeController;
struct Theme;

/// The whole session in one strip: how dense its events are, markers, gaps, what is visible, and the cursor.
/// A click goes there, dragging scrubs; with Shift, or the middle button, the visible stretch is dragged.
class OverviewBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewBar)

public:
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        MarkerList &markers;
    };

    explicit OverviewBar(const Parts &parts, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

    /// For Qt, which takes ownership.
    [[nodiscard]] QAccessibleInterface *makeAccessible();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void drawStill();
    void paintDensity(QPainter &painter) const;
    void paintLandmarks(QPainter &painter) const;
    void paintMarkers(QPainter &painter) const;
    void paintOwnMarkers(QPainter &painter) const;
    void paintVisible(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    void paintHover(QPainter &painter) const;
    void scrubTo(double x);
    void showAround(double x);
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] double xOf(TimeMs time) const;
    [[nodiscard]] TimeMs timeAt(double x) const;
    [[nodiscard]] double span() const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ThemeController &m_theme;
    MarkerList &m_markers;
    QPixmap m_still; // what was drawn of the tracks, in the theme, below
    std::shared_ptr<const SessionTracks> m_stillTracks;
    const Theme *m_stillTheme = nullptr;
};

} // namespace inspector
