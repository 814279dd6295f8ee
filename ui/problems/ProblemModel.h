// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/problems/Problem.h"
#include "ui/common/Theme.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace inspector {

struct InspectorFrame;

/// What is odd about the session, what the engine says, and what the tool could not do. The same problem many
/// times is one row that counts.
class ProblemModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemModel)

public:
    enum Column
    {
        What,
        Times,
        First,
        Last,
        ColumnCount,
    };

    /// A row: a problem of the session, or another text.
    struct Row
    {
        QString what;
        std::optional<Problem> problem;

        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit ProblemModel(QObject *parent = nullptr);

    void setFrame(const InspectorFrame &frame);
    /// What the tool itself could not do stands above all.
    void setToolProblems(const QStringList &texts);
    /// Kinds that are not shown, as nameOf() names them.
    void setMuted(const QStringList &kinds);
    void setTheme(const Theme &theme);

    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// How many problems of the session are not shown.
    [[nodiscard]] int mutedCount() const { return m_mutedCount; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    using Problems = std::shared_ptr<const std::vector<Problem>>;

    void showAll();
    [[nodiscard]] QVariant text(const Row &row, int column) const;

    QStringList m_toolProblems, m_muted;
    Problems m_problems; // of the frame
    std::array<std::optional<Error>, 3> m_errors;
    std::vector<Row> m_rows;
    int m_mutedCount = 0;
    const Theme *m_theme = &Theme::dark();
    QIcon m_icon; // one, so that it is drawn once and not for each row that is painted
};

} // namespace inspector
