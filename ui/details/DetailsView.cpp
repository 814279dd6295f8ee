// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/DetailsView.h"

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "ui/common/FrameSource.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/details/JsonTreeModel.h"
#include "ui/events/ChangeWords.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace inspector {

namespace {

QString nameOf(const SessionRecord &record)
{
    return words::text(
        record.type == SessionRecord::Type::Event ? record.event.value_or("") : record.typeName);
}

} // namespace

DetailsView::DetailsView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_cache(parts.cache)
    , m_model(new JsonTreeModel(this))
    , m_name(new QLabel(this))
    , m_when(new QLabel(this))
    , m_change(new QLabel(this))
    , m_tree(new QTreeView(this))
    , m_raw(new QPlainTextEdit(this))
{
    m_name->setFont(typography::strong());
    m_when->setFont(typography::fixed());
    m_when->setProperty("role", QStringLiteral("secondary"));
    m_change->setWordWrap(true);
    for (QLabel *label : {m_name, m_when, m_change})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Payload of the event"));
    m_tree->setIndentation(4 * typography::unit());
    m_tree->setHeaderHidden(true);
    m_tree->header()->setSectionResizeMode(JsonTreeModel::Key, QHeaderView::ResizeToContents);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(tr("Copy value"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(copy);
    connect(copy, &QAction::triggered, this, &DetailsView::copyValue);
    m_raw->setReadOnly(true);
    m_raw->setFont(typography::fixed());
    m_raw->setAccessibleName(tr("The record as JSON"));
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(m_tree, tr("Tree"));
    tabs->addTab(m_raw, tr("Raw"));
    auto *layout = new QVBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(3 * unit, unit, 3 * unit, unit);
    head->setSpacing(unit);
    head->addWidget(m_name);
    head->addWidget(m_when);
    head->addWidget(m_change);
    layout->addLayout(head);
    layout->addWidget(tabs, 1);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    connect(&m_cursor, &SessionCursor::moved, this, &DetailsView::showRecord);
    connect(&m_cache, &RecordCache::arrived, this, &DetailsView::showRecord);
    connect(&m_source, &FrameSource::sessionChanged, this, &DetailsView::showRecord);
    connect(&parts.theme, &ThemeController::changed, this,
        [this, &theme = parts.theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(parts.theme.theme());
    showRecord();
}

void DetailsView::showRecord()
{
    const std::uint64_t number = m_cursor.number();
    if (number == 0) {
        m_shown = 0;
        m_name->setText(tr("The start"));
        m_when->clear();
        m_change->setText(m_source.frame().size() == 0
                              ? tr("What an event holds is shown here once one is chosen.")
                              : tr("Before the first event: nothing has happened yet."));
        m_model->setValue({});
        m_raw->clear();
        return;
    }
    const RecordDetails *details = m_cache.details(number);
    if (details == nullptr || (number == m_shown && m_session == m_source.frame().session))
        return; // it is on its way, or there already
    if (details->error) {
        m_name->setText(tr("#%1 cannot be read").arg(words::count(number)));
        m_when->clear();
        m_change->setText(words::error(*details->error));
        m_model->setValue({});
        m_raw->clear();
        return;
    }
    m_shown = number;
    m_session = m_source.frame().session;
    m_name->setText(nameOf(details->record));
    m_when->setText(QStringLiteral("#%1  line %2  %3")
                        .arg(words::count(number), words::count(details->record.line),
                            words::moment(m_source.frame().timeline->index().timeOf(number))));
    m_change->setText(changeWords(*details, m_source.catalogue()).text);
    const bool isEvent = details->record.type == SessionRecord::Type::Event;
    const JsonValue &value = isEvent ? details->record.payload : details->record.body;
    m_model->setValue(value);
    JsonReader reader; // what is read lives in it
    const auto read = reader.read(details->text, false);
    m_raw->setPlainText(words::text(
        read ? toJsonText(read->toValue(), JsonLayout::Indented) : toJsonText(value, JsonLayout::Indented)));
}

void DetailsView::copyValue() const
{
    QGuiApplication::clipboard()->setText(m_tree->currentIndex().data(JsonTreeModel::JsonRole).toString());
}

} // namespace inspector
