// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/TextTableModel.h"

#include <QString>
#include <QWidget>

class QPushButton;
class QTableView;

namespace inspector {

/// The files that an export wrote, and what can be done with them.
class ExportResults final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportResults)

public:
    explicit ExportResults(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) { m_model->setTheme(theme); }
    /// Path, bytes and ms of each. Hidden where there is none.
    void setFiles(std::vector<TextTableModel::Row> files, const QString &folder);

private:
    void openReport() const;
    void openFolder() const;
    void copyPaths() const;
    [[nodiscard]] QStringList paths() const;
    /// Empty where no report was written.
    [[nodiscard]] QString reportPath() const;

    TextTableModel *m_model;
    QTableView *m_table;
    QPushButton *m_openReport = nullptr;
    QString m_folder;
};

} // namespace inspector
