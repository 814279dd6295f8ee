// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/StateValue.h"

#include <QTreeView>

#include <set>

namespace inspector {

class JsonTreeModel;

/// A state as a tree. What is opened and chosen in it stays so while the cursor moves, also over places where
/// it is not there.
class StateTree final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateTree)

public:
    explicit StateTree(JsonTreeModel &model, QWidget *parent = nullptr);

    void setState(const JsonValue &state);

    /// Where the chosen value stands, or stood; empty where none was chosen.
    [[nodiscard]] const ValuePath &path() const { return m_path; }
    void choose(const ValuePath &path);

signals:
    void pathChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restore();

    JsonTreeModel &m_model;
    std::set<ValuePath> m_opened;
    ValuePath m_path;
    bool m_isUpdating = false;
    bool m_isAwaited = false; // what was chosen, to be shown when it comes
};

} // namespace inspector
