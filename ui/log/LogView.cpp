// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogView.h"

#include "core/base/EcmaJson.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/TableStyle.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>

namespace inspector {

namespace {

QString textOf(const JsonObject &object, std::string_view name)
{
    const JsonValue &value = object[name];
    if (const std::string *string = value.asString())
        return words::text(*string);
    if (const double *number = value.asNumber())
        return words::value(*number);
    return {};
}

} // namespace

std::vector<TextTableModel::Row> logRows(const Event &event)
{
    static const JsonObject none;
    const JsonObject *object = event.payload.asObject();
    const JsonObject &payload = object == nullptr ? none : *object;
    const QString time = words::moment(event.timestamp).mid(11);
    const QString name = words::text(event.name);
    const QString all = words::text(toJsonText(event.payload, JsonLayout::Compact));
    std::vector<TextTableModel::Row> rows{
        {{time, name, textOf(payload, "writerId"), textOf(payload, "filename"), textOf(payload, "durationMs"),
             textOf(payload, "errorMessage")},
            0, all}};
    if (const JsonArray *writers = payload["writerSummaries"].asArray()) {
        for (const JsonValue &writer : *writers) {
            if (const JsonObject *summary = writer.asObject())
                rows.push_back({{time, name, textOf(*summary, "id"),
                                    LogView::tr("%1 written, %2 failed")
                                        .arg(textOf(*summary, "successes"), textOf(*summary, "failures")),
                                    textOf(*summary, "durationMs"), QString()},
                    0, all});
        }
    }
    return rows;
}

LogView::LogView(ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new TextTableModel(
          {{tr("time"), TextTableModel::Look::Fixed}, {tr("event"), TextTableModel::Look::Fixed},
              {tr("writer"), TextTableModel::Look::Text}, {tr("file"), TextTableModel::Look::Text},
              {tr("ms"), TextTableModel::Look::Number}, {tr("cause"), TextTableModel::Look::Text}},
          this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedLayout(this))
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Log"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *empty = new EmptyHint(EmptyHint::Place::List,
        tr("What the tool's own pipeline tells is listed here, such as each export."), this);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    connect(&theme, &ThemeController::changed, this, [this, &theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(theme.theme());
}

void LogView::add(const Event &event)
{
    constexpr std::size_t mostRows = 2000;
    for (TextTableModel::Row &row : logRows(event))
        m_rows.push_back(std::move(row));
    if (m_rows.size() > mostRows)
        m_rows.erase(m_rows.begin(), m_rows.end() - static_cast<std::ptrdiff_t>(mostRows));
    m_model->setRows(m_rows);
    m_stack->setCurrentIndex(1);
    m_table->scrollToBottom();
}

} // namespace inspector
