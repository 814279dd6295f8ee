// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableView;

namespace inspector {

class FrameSource;
class MarkerList;
class SessionCursor;
class TextTableModel;
class ThemeController;

/// The bookmarks of the session, those that came with it and those set here. Choosing one goes there, Delete
/// removes one's own.
class MarkersView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkersView)

public:
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        MarkerList &markers;
    };

    explicit MarkersView(const Parts &parts, QWidget *parent = nullptr);

private:
    void showMarkers();
    void removeChosen();

    FrameSource &m_source;
    SessionCursor &m_cursor;
    MarkerList &m_markers;
    TextTableModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
};

} // namespace inspector
