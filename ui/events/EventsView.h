// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/RecordCopier.h"
#include "ui/events/RowWindow.h"

#include <QStringList>
#include <QWidget>

class QAction;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QTableView;
class QTimer;

namespace inspector {

class EventModel;
class FrameSource;
class RecordCache;
class SessionCursor;
class ThemeController;

/// The records as a table: the cursor moves with the row, types can be muted, rows copied.
class EventsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventsView)

public:
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        RecordCache &cache;
        QLineEdit &filter; ///< where the filter is typed; not owned
        QLabel &count;     ///< where it is told how many pass; not owned
        std::uint64_t mostRows = RowWindow().most;
    };

    explicit EventsView(const Parts &parts, QWidget *parent = nullptr);

    [[nodiscard]] const QStringList &muted() const { return m_muted; }
    void setMuted(const QStringList &names);

    /// Puts the chosen rows on the clipboard, as soon as they are read: as lines of JSON, as they stand in
    /// the file, or as a table with tabs.
    void copyJson();
    void copyTable();

signals:
    void mutedChanged();
    /// What became of copying, in words.
    void copied(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void nameActions();
    [[nodiscard]] QString chosenName() const;
    void applyFilter();
    void takeFrame();
    void showCursor();
    void makeCurrent(const QModelIndex &index);
    void goOnScrolling();
    void moveWindow(std::uint64_t number);
    [[nodiscard]] bool goOnByKey(const QKeyEvent &key);
    void chooseRow();
    void showMenu(const QPoint &position);
    void showHovered();
    void mute(const QString &name, bool isMuted);
    void copy(RecordCopier::Form form);
    void takeCopy(const QString &text, qsizetype taken, qsizetype left, const QString &problem);

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ThemeController &m_theme;
    QLineEdit &m_filter;
    QLabel &m_count;
    EventModel *m_model;
    RecordCopier *m_copier;
    QTableView *m_table;
    QLabel *m_mutedLabel;
    QTimer *m_typing;
    QAction *m_showOnly, *m_mute, *m_unmute;
    QString m_namedType; ///< that these are about
    QStringList m_muted;
    bool m_isFollowing = false; // the table is being moved by the cursor, not by the hand
    bool m_isChoosing = false;  // the cursor is being moved by the table
    bool m_isReplaced = false;  // the rows are others, and the cursor's was not shown yet
};

} // namespace inspector
