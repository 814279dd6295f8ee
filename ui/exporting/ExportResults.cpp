// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/ExportResults.h"

#include "ui/common/TableStyle.h"
#include "ui/common/Typography.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QUrl>

#include <algorithm>

namespace inspector {

ExportResults::ExportResults(QWidget *parent)
    : QWidget(parent)
    , m_model(new TextTableModel(
          {{tr("file"), TextTableModel::Look::Fixed}, {tr("bytes"), TextTableModel::Look::Number},
              {tr("ms"), TextTableModel::Look::Number}},
          this))
    , m_table(new QTableView(this))
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Files that were written"));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_table->setTextElideMode(Qt::ElideLeft);
    auto *links = new QHBoxLayout;
    const auto addLink = [&](const QString &text, void (ExportResults::*pressed)() const) {
        auto *button = new QPushButton(text, this);
        button->setProperty("role", QStringLiteral("link"));
        connect(button, &QPushButton::clicked, this, pressed);
        links->addWidget(button);
        return button;
    };
    m_openReport = addLink(tr("Open report"), &ExportResults::openReport);
    addLink(tr("Open folder"), &ExportResults::openFolder);
    addLink(tr("Copy paths"), &ExportResults::copyPaths);
    links->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * typography::unit());
    layout->addWidget(m_table, 1);
    layout->addLayout(links);
    hide();
}

void ExportResults::setFiles(std::vector<TextTableModel::Row> files, const QString &folder)
{
    m_model->setRows(std::move(files));
    m_folder = folder;
    m_openReport->setVisible(!reportPath().isEmpty());
    setVisible(m_model->rowCount() > 0);
}

QStringList ExportResults::paths() const
{
    QStringList paths;
    for (int row = 0; row < m_model->rowCount(); ++row)
        paths << m_model->index(row, 0).data().toString();
    return paths;
}

QString ExportResults::reportPath() const
{
    const QStringList all = paths();
    const auto report = std::find_if(
        all.begin(), all.end(), [](const QString &path) { return path.endsWith(QLatin1String(".html")); });
    return report == all.end() ? QString() : *report;
}

void ExportResults::openReport() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(reportPath()));
}

void ExportResults::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder));
}

void ExportResults::copyPaths() const
{
    QGuiApplication::clipboard()->setText(paths().join(QLatin1Char('\n')));
}

} // namespace inspector
