// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/StateValue.h"
#include "ui/common/Theme.h"
#include "ui/inspector/Sparkline.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace inspector {

class ValueTracer;

/// The values that somebody keeps in sight: where each stands, what it is at the cursor, and how it came
/// there.
class WatchModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchModel)

public:
    enum Column
    {
        Path,
        Value,
        History,
        ColumnCount,
    };
    enum Role
    {
        SparklineRole = Qt::UserRole,
    };

    explicit WatchModel(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<ValuePath> &paths() const { return m_paths; }
    void setPaths(std::vector<ValuePath> paths);
    /// What they are in a state.
    void setState(const WorldState &state);
    /// How they came there, as of `now`, ms since the epoch.
    void setHistories(const ValueTracer &tracer, TimeMs now);
    void setTheme(const Theme &theme);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void changed(Column column);

    std::vector<ValuePath> m_paths;
    std::vector<QString> m_values;
    std::vector<Sparkline> m_lines;
    const Theme *m_theme = &Theme::dark();
};

} // namespace inspector
