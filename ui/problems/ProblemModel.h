// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/session/ReadReport.h"
#include "ui/common/Theme.h"

#include <QAbstractTableModel>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace inspector {

struct InspectorFrame;

/// What is odd about the session: lines that were skipped, warnings, gaps, and what the engine says. The same
/// reason many times is one row that counts.
class ProblemModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemModel)

public:
    enum Column
    {
        What,
        Times,
        Line,
        ColumnCount,
    };
    enum Role
    {
        LineRole = Qt::UserRole, ///< the first line concerned, 0 for the input as a whole
    };

    explicit ProblemModel(QObject *parent = nullptr);

    void setFrame(const InspectorFrame &frame);
    /// What the tool itself could not do stands above all.
    void setToolProblems(const QStringList &texts);
    void setTheme(const Theme &theme);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Problem
    {
        QString what, remedy;
        std::uint64_t times = 1;
        std::uint64_t line = 0;
        bool isGrave = false;

        friend bool operator==(const Problem &, const Problem &) = default;
    };

    [[nodiscard]] static std::vector<Problem> problemsOf(const InspectorFrame &frame);
    void showAll();

    std::vector<Problem> m_toolProblems, m_sessionProblems;
    std::vector<Problem> m_problems;            // both
    std::shared_ptr<const ReadReport> m_report; // of the rows
    std::size_t m_gaps = 0;
    std::array<std::optional<Error>, 3> m_errors;
    const Theme *m_theme = &Theme::dark();
};

} // namespace inspector
