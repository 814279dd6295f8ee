// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "ui/common/TitledList.h"

#include <vector>

class QTableView;

namespace inspector {

class TextTableModel;
struct FactionRecord;
struct Theme;

/// The newest attitude changes of a faction, the newest first.
class AttitudeHistory final : public TitledList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttitudeHistory)

public:
    explicit AttitudeHistory(QWidget *parent = nullptr);

    /// `record` is nullptr where nothing is known of it; times are told from `start`, ms since the epoch.
    void setFaction(const QString &faction, const FactionRecord *record, TimeMs start);
    /// No faction is chosen.
    void setNone();
    void setTheme(const Theme &theme);

signals:
    /// Somebody wants to see when it was: ms since the epoch.
    void timeWanted(TimeMs at);

private:
    AttitudeHistory(QTableView *table, QWidget *parent);
    void goTo(int row);

    QTableView *m_table;
    TextTableModel *m_model;
    std::vector<TimeMs> m_times; // of the rows
};

} // namespace inspector
