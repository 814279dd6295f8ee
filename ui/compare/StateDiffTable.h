// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/StateValue.h"
#include "ui/common/TitledList.h"
#include "ui/compare/SessionComparer.h"

class QTableView;

namespace inspector {

class DiffModel;
struct Theme;

/// What differs between the states of two sessions at places that are the same.
class StateDiffTable final : public TitledList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateDiffTable)

public:
    explicit StateDiffTable(QWidget *parent = nullptr);

    void setDiff(const SessionComparer::StateDiff &diff);
    /// Why there is nothing to show.
    void setError(const Error &error);
    void setTheme(const Theme &theme);

signals:
    void whyWanted(const inspector::ValuePath &path);

private:
    explicit StateDiffTable(QTableView &table, QWidget *parent);

    DiffModel *m_model;
};

} // namespace inspector
