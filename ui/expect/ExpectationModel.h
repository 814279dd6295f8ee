// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/ExpectationResult.h"
#include "ui/common/Theme.h"

#include <QAbstractListModel>
#include <QIcon>

#include <optional>
#include <vector>

namespace inspector {

/// Expectations with what became of them; the second line of a row says why.
class ExpectationModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpectationModel)

public:
    struct Row
    {
        Expectation expectation;
        std::optional<ExpectationResult> result; ///< nothing where it was not checked yet
    };

    explicit ExpectationModel(QObject *parent = nullptr);

    /// Results of those that are still there are kept.
    void setExpectations(const std::vector<Expectation> &expectations);
    void setResults(const std::vector<ExpectationResult> &results);
    /// They belong to no session any more.
    void clearResults();
    void setTheme(const Theme &theme);

    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// How many are not met.
    [[nodiscard]] int missedCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void allChanged();

    std::vector<Row> m_rows;
    QIcon m_met, m_unmet; // of the theme
};

} // namespace inspector
