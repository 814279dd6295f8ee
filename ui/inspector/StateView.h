// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/StateValue.h"
#include "ui/inspector/StateConverter.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QTableView;

namespace inspector {

class FrameSource;
class JsonSearchField;
class JsonTreeModel;
class SessionCursor;
class StateTree;
class ThemeController;
class ValueTracer;
class WatchModel;
class WhyPanel;

/// The whole state at the cursor, why each value of it is what it is, and those that somebody watches
/// (docs/user-interface.md, "State").
class StateView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateView)

public:
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
    };

    explicit StateView(const Parts &parts, QWidget *parent = nullptr);

    /// Shows why a value is what it is.
    void explain(const ValuePath &path);
    /// Moves the cursor to the chosen value's previous change, or its next.
    void goToPreviousChange() { goToChange(Way::Previous); }
    void goToNextChange() { goToChange(Way::Next); }

    /// Whether anybody can see it: while nobody can, nothing is shown. The dock knows; a widget that stands
    /// behind another tab is visible to itself.
    void setInSight(bool isInSight);
    /// Whether the tree is that of the newest state, which is made beside the window's thread.
    [[nodiscard]] bool isUpToDate() const { return !m_converter.isBusy(); }

    /// The watched values, each its path's parts as a JSON list, so that a key may hold any character.
    [[nodiscard]] QStringList watched() const;
    void setWatched(const QStringList &paths);

signals:
    void watchedChanged();
    /// Something is expected of a value.
    void expectWanted(const inspector::ValuePath &path);
    /// It is to be brought into sight.
    void revealWanted();
    /// Something to be told in passing.
    void told(const QString &text);

private:
    enum class Way
    {
        Previous,
        Next,
    };

    void makeTree();
    void makeWatchList();
    void takeFrame();
    void showState();
    void showTree(const JsonValue &state);
    void showWhy();
    void showWays();
    void choosePath();
    void goToChange(Way way);
    void setWatchedPaths(std::vector<ValuePath> paths);
    void watch(bool isWatched);
    void unwatchCurrent();
    void fitWatchList();

    FrameSource &m_source;
    SessionCursor &m_cursor;
    JsonTreeModel *m_model;
    StateTree *m_tree;
    WhyPanel *m_why;
    JsonSearchField *m_search;
    WatchModel *m_watchModel;
    QWidget *m_watchArea;
    QTableView *m_watchList;
    ValueTracer *m_tracer;
    std::uint64_t m_session = 0; // that is shown
    std::optional<std::uint64_t> m_shown;
    /// Where to go once it is known where that is, unless the cursor is elsewhere by then.
    struct Wish
    {
        Way way = Way::Previous;
        std::uint64_t session = 0, number = 0;
    };
    std::optional<Wish> m_wanted;
    bool m_isInSight = false;
    StateConverter m_converter; // last: what it tells is for the others
};

} // namespace inspector
