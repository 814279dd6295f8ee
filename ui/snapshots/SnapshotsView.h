// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snapshots/SnapshotScan.h"
#include "ui/snapshots/StateSaver.h"

#include <QList>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QListView;
class QStackedLayout;
class QTimer;
class QToolButton;

namespace inspector {

class EmptyHint;
class FrameSource;
class SessionCursor;
class SnapshotModel;
class ThemeController;

/// The snapshots of the session, of the slots and of a folder: go to one, open one, save the state at the
/// cursor, export. The folder is only read.
class SnapshotsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnapshotsView)

public:
    /// All must outlive it.
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        QString slotFolder; ///< the tool's own; none where it is empty
    };

    explicit SnapshotsView(const Parts &parts, QWidget *parent = nullptr);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    void setFolder(const QString &folder);
    void chooseFolder();
    /// Looks again at all places.
    void refresh();

    /// To the next or the previous one in the list: what is in the session is gone to, a file is opened.
    void step(int distance);
    /// Asks for the name of a slot and saves the state at the cursor into it.
    void askSlot();
    void saveToSlot(const QString &name);
    /// Asks for a file and saves the state at the cursor into it.
    void askFile();
    void saveToFile(const QString &path);

    /// What the window's menu has of it: to save the state, to browse, to export all.
    [[nodiscard]] QList<QAction *> commands() const;

    enum class ExportOf
    {
        Chosen, ///< the snapshot of the session at the cursor
        All,    ///< each snapshot of the session
        File,   ///< what was just opened
    };

signals:
    void openWanted(const QString &path);
    void exportWanted(SnapshotsView::ExportOf what);
    /// Of the state at the cursor with that of an entry.
    void compareWanted(const SnapshotEntry &entry);
    void folderChanged(const QString &folder);
    /// Something was asked for that is to be seen here.
    void revealWanted();
    void saved(const QString &message);
    /// Why a state is not saved; empty once it is.
    void saveProblem(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeCommands();
    void makeListActions();
    QWidget *makeButtons();
    void takeFrame();
    void takeFound(const SnapshotScan::Found &found);
    void showCursor();
    void clear();
    void go(int row);
    void open(const SnapshotEntry &entry);
    void withChosen(void (SnapshotsView::*work)(const SnapshotEntry &));
    void exportEntry(const SnapshotEntry &entry);
    void compareWith(const SnapshotEntry &entry);
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] std::optional<ReplayState> stateToSave();

    Parts m_parts;
    SnapshotScan m_scan;
    StateSaver m_saver;
    SnapshotModel *m_model;
    QListView *m_list;
    QLabel *m_note;
    EmptyHint *m_empty;
    QStackedLayout *m_stack;
    QToolButton *m_save, *m_export;
    QList<QAction *> m_saves;
    QAction *m_browse, *m_exportAll, *m_exportOne;
    QTimer *m_pause; // a session that grows is looked at now and then only
    QString m_folder;
    std::optional<SnapshotEntry> m_chosen;   // by hand or by a key
    std::optional<SnapshotEntry> m_previous; // the one before it
    std::uint64_t m_session = 0;
    std::size_t m_snapshots = 0; // in the session when it was looked at
    bool m_isStale = true;
};

} // namespace inspector
