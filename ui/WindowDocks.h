// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/StateValue.h"
#include "ui/Workspaces.h"

#include <QObject>
#include <QString>

class QMainWindow;
class QWidget;

namespace inspector {

class DiffView;
class ExpectationsView;
class ExportPanel;
class FrameSource;
class LiveAttach;
class MarkerList;
class RecordCache;
class SessionCommands;
class SessionCursor;
class Settings;
class SnapshotsView;
class StateView;
class ThemeController;
class ToolProblems;
struct NamedCatalogue;
struct SnapshotEntry;

/// The views beside the middle of the window, each in a dock, and what they want of each other.
class WindowDocks final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowDocks)

public:
    /// All must outlive it.
    struct Parts
    {
        QMainWindow &window;
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        RecordCache &cache;
        MarkerList &markers;
        ToolProblems &problems;
        Settings &settings;
        LiveAttach &attach;
        SessionCommands &commands;
        const NamedCatalogue &catalogue;
        QString slotFolder;
    };

    explicit WindowDocks(Parts parts);

    [[nodiscard]] const Workspaces::Docks &all() const { return m_docks; }
    [[nodiscard]] ExportPanel &exportPanel() const { return *m_export; }
    [[nodiscard]] SnapshotsView &snapshots() const { return *m_snapshots; }
    [[nodiscard]] ExpectationsView &expectations() const { return *m_expectations; }
    [[nodiscard]] StateView &state() const { return *m_state; }

    void showExport();
    void showAttach();
    /// Says why the chosen faction has its attitude.
    void showWhy();
    /// Says why a value is what it is.
    void explain(const ValuePath &path);

signals:
    /// Something to be told in passing.
    void told(const QString &text);

private:
    [[nodiscard]] QDockWidget *add(const QString &name, const QString &title, QWidget *view) const;
    void makeLists();
    void makeState();
    void makeExpectations();
    void makeExport();
    void makeSnapshots();
    void makeAttach();
    void compareWith(const SnapshotEntry &entry);

    Parts m_parts;
    Workspaces::Docks m_docks;
    ExpectationsView *m_expectations = nullptr;
    ExportPanel *m_export = nullptr;
    SnapshotsView *m_snapshots = nullptr;
    StateView *m_state = nullptr;
    DiffView *m_difference = nullptr;
};

} // namespace inspector
