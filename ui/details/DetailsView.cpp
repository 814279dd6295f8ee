// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/DetailsView.h"

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "ui/common/FrameSource.h"
#include "ui/common/ListActions.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SelectableLabel.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/events/ChangeWords.h"
#include "ui/json/JsonSearchField.h"
#include "ui/json/JsonTreeModel.h"

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

DetailsView::DetailsView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_cache(parts.cache)
    , m_model(new JsonTreeModel(this))
    , m_name(new SelectableLabel(this))
    , m_when(new SelectableLabel(this))
    , m_change(new SelectableLabel(this))
    , m_search(new JsonSearchField(tr("Search in the payload"), this))
    , m_tree(new QTreeView(this))
    , m_raw(new QPlainTextEdit(this))
{
    m_name->setFont(typography::strong());
    m_when->setFont(typography::fixed());
    m_when->setProperty("role", QStringLiteral("secondary"));
    m_change->setWordWrap(true);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Payload of the event"));
    m_tree->setIndentation(4 * typography::unit());
    m_tree->setHeaderHidden(true);
    m_tree->header()->setSectionResizeMode(JsonTreeModel::Key, QHeaderView::ResizeToContents);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    addListAction(*m_tree, tr("Copy value"), QKeySequence::Copy, this, &DetailsView::copyValue);
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
    head->addWidget(m_search);
    layout->addLayout(head);
    layout->addWidget(tabs, 1);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    connect(m_search, &JsonSearchField::chosen, this, &DetailsView::showFound);
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
        return clearRecord(tr("The start"), m_source.frame().size() == 0
                                                ? tr("What an event holds is shown here once one is chosen.")
                                                : tr("Before the first event: nothing has happened yet."));
    }
    if (number == m_shown && m_session == m_source.frame().session)
        return;
    const RecordDetails *details = m_cache.details(number);
    if (details == nullptr)
        return; // it is on its way
    m_shown = 0;
    if (details->error)
        return clearRecord(tr("#%1 cannot be read").arg(words::count(number)), words::error(*details->error));
    m_shown = number;
    m_session = m_source.frame().session;
    m_name->setText(recordName(details->record));
    const QString line = details->record.line == number
                             ? QString() // as wherever no line was skipped
                             : tr("line %1  ").arg(words::count(details->record.line));
    m_when->setText(tr("#%1  %2%3")
                        .arg(words::count(number), line,
                            words::moment(m_source.frame().timeline->index().timeOf(number))));
    m_change->setText(changeWords(*details, m_source.catalogue()).text);
    const bool isEvent = details->record.type == SessionRecord::Type::Event;
    setValue(isEvent ? details->record.payload : details->record.body);
    m_raw->setPlainText(rawText(*details));
}

void DetailsView::clearRecord(const QString &name, const QString &explanation)
{
    m_name->setText(name);
    m_when->clear();
    m_change->setText(explanation);
    setValue({});
    m_raw->clear();
}

void DetailsView::setValue(const JsonValue &value)
{
    m_model->setValue(value);
    m_search->setValue(value);
}

/// Indented, where that is quickly made and read; a huge line as it stands, as far as somebody could read it.
QString DetailsView::rawText(const RecordDetails &details) const
{
    constexpr std::size_t mostIndented = 256U << 10U; // bytes
    constexpr std::size_t mostShown = 1U << 20U;
    if (details.text.empty())
        return words::text(toJsonText(details.record.body, JsonLayout::Indented));
    if (details.text.size() > mostIndented) {
        const QString text = words::text(std::string_view(details.text).substr(0, mostShown));
        return details.text.size() <= mostShown
                   ? text
                   : text + QStringLiteral("\n\n") +
                         tr("The first %1 of %2 bytes. Copy the event as JSON to have all of it.")
                             .arg(words::count(mostShown), words::count(details.text.size()));
    }
    JsonReader reader; // what is read lives in it
    const auto read = reader.read(details.text, false);
    return words::text(read ? toJsonText(read->toValue(), JsonLayout::Indented) : details.text);
}

void DetailsView::showFound(const std::vector<int> &path)
{
    const QModelIndex found = m_model->indexAt(path);
    m_tree->setCurrentIndex(found);
    if (found.isValid())
        m_tree->scrollTo(found); // opens what it is in
    m_raw->moveCursor(QTextCursor::Start);
    if (!m_search->typed().isEmpty())
        m_raw->find(m_search->typed());
}

void DetailsView::copyValue() const
{
    if (m_tree->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(
            m_tree->currentIndex().data(JsonTreeModel::JsonRole).toString());
}

} // namespace inspector
