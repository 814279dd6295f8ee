// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventsView.h"

#include "ui/common/FrameSource.h"
#include "ui/common/ListActions.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/events/EventModel.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace inspector {

EventsView::EventsView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_theme(parts.theme)
    , m_filter(parts.filter)
    , m_count(parts.count)
    , m_model(new EventModel(parts.source, parts.cache, parts.mostRows, this))
    , m_copier(new RecordCopier(parts.source.catalogue(), this))
    , m_table(new QTableView(this))
    , m_mutedLabel(new QLabel(this))
    , m_typing(new QTimer(this))
{
    constexpr int typingMs = 120; // between two keys of somebody who types on
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingMs);
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Events"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    makeActions();
    m_table->installEventFilter(this);
    m_table->setMouseTracking(true);
    m_table->viewport()->installEventFilter(this);
    const QFontMetrics fixed(typography::fixed());
    const int unit = typography::unit();
    const auto setWidth = [&](EventModel::Column column, const char *widest) {
        m_table->setColumnWidth(column, fixed.horizontalAdvance(QString::fromUtf8(widest)) + 5 * unit);
    };
    setWidth(EventModel::Number, "1,234,567");
    setWidth(EventModel::Time, "00:00:00.000");
    setWidth(EventModel::Delta, "12345.6");
    setWidth(EventModel::Name, "tutorial:control_hint_updated");
    m_mutedLabel->setProperty("role", QStringLiteral("secondary"));
    m_mutedLabel->setFont(typography::table());
    m_mutedLabel->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    m_mutedLabel->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_mutedLabel);
    connect(&m_filter, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(&m_filter, &QLineEdit::returnPressed, this, &EventsView::applyFilter);
    connect(m_typing, &QTimer::timeout, this, &EventsView::applyFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        chooseRow();
        nameActions();
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &EventsView::showMenu);
    const QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this, [this, bar] {
        if (bar->sliderPosition() != bar->value())
            m_cursor.leaveLive(); // the next record would take back what is scrolled to
    });
    // Queued: when it is told, the bar is not yet where it goes to.
    connect(bar, &QScrollBar::actionTriggered, this, &EventsView::goOnScrolling, Qt::QueuedConnection);
    connect(bar, &QScrollBar::sliderReleased, this, &EventsView::goOnScrolling);
    connect(m_table, &QTableView::entered, this,
        [this](const QModelIndex &index) { m_cursor.hoverRecord(m_model->numberAt(index.row())); });
    connect(m_table, &QTableView::viewportEntered, &m_cursor, &SessionCursor::hoverNothing);
    connect(&m_cursor, &SessionCursor::hoverChanged, this, &EventsView::showHovered);
    connect(m_model, &EventModel::rowsReplaced, this, [this] { m_isReplaced = true; });
    connect(m_copier, &RecordCopier::made, this, &EventsView::takeCopy);
    connect(m_mutedLabel, &QLabel::linkActivated, this, [this] { setMuted({}); });
    connect(&m_source, &FrameSource::frameChanged, this, &EventsView::takeFrame);
    connect(&m_cursor, &SessionCursor::moved, this, &EventsView::showCursor);
    connect(&m_theme, &ThemeController::changed, this, [this] { m_model->setTheme(m_theme.theme()); });
    m_model->setTheme(m_theme.theme());
    takeFrame();
}

void EventsView::makeActions()
{
    addListAction(*m_table, tr("Copy as table"), QKeySequence::Copy, this, &EventsView::copyTable);
    addListAction(*m_table, tr("Copy as JSON"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this,
        &EventsView::copyJson);
    m_showOnly = addListAction(*m_table, {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this,
        [this] { m_filter.setText(QStringLiteral("\"type:%1\"").arg(m_namedType)); });
    m_mute = addListAction(*m_table, {}, QKeySequence::Delete, this, [this] { mute(m_namedType, true); });
    m_unmute = addListAction(*m_table, tr("Show all that is muted"), QKeySequence(Qt::SHIFT | Qt::Key_Delete),
        this, [this] { setMuted({}); });
    m_unmute->setEnabled(false);
    nameActions();
}

QString EventsView::chosenName() const
{
    return m_model->filterName(m_table->currentIndex().row());
}

/// They say which type they are about: the menu may be far from the row.
void EventsView::nameActions()
{
    if (qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr)
        return; // a menu is about what it was opened for, also while the session goes on
    const QString name = chosenName();
    m_namedType = name;
    for (QAction *action : {m_showOnly, m_mute})
        action->setEnabled(!name.isEmpty());
    m_showOnly->setText(name.isEmpty() ? tr("Show only this type") : tr("Show only %1").arg(name));
    m_mute->setText(name.isEmpty() ? tr("Mute this type") : tr("Mute %1").arg(name));
}

void EventsView::setMuted(const QStringList &names)
{
    if (names == m_muted)
        return;
    m_muted = names;
    m_unmute->setEnabled(!m_muted.isEmpty());
    m_mutedLabel->setVisible(!m_muted.isEmpty());
    m_mutedLabel->setText(tr("Muted: %1 · <a href=\"all\">show all</a>")
                              .arg(m_muted.join(QStringLiteral(", ")).toHtmlEscaped()));
    applyFilter();
    emit mutedChanged();
}

void EventsView::mute(const QString &name, bool isMuted)
{
    QStringList names = m_muted;
    names.removeAll(name);
    if (isMuted)
        names.append(name);
    setMuted(names);
}

void EventsView::applyFilter()
{
    m_typing->stop();
    EventFilter filter = EventFilter::parse(m_filter.text().toStdString(), m_source.catalogue());
    std::set<std::string, std::less<>> muted;
    for (const QString &name : m_muted)
        muted.insert(name.toStdString());
    filter.setMuted(std::move(muted));
    m_source.engine().setFilter(std::move(filter));
}

void EventsView::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    if (!frame.filtered) {
        m_count.setText({});
    } else {
        const QString found = words::count(frame.filtered->matches.size());
        const bool isDone = frame.filtered->searched == frame.size();
        m_count.setToolTip(frame.filtered->error ? words::error(*frame.filtered->error) : QString());
        if (frame.filtered->error)
            m_count.setText(tr("%1, stopped").arg(found));
        else
            m_count.setText(
                isDone ? tr("%1 of %2").arg(found, words::count(frame.size())) : tr("%1 …").arg(found));
    }
    if (std::exchange(m_isReplaced, false) ||
        m_model->rowOf(m_cursor.number()) != m_table->currentIndex().row())
        showCursor();
}

void EventsView::showCursor()
{
    const std::uint64_t current = m_model->numberAt(m_table->currentIndex().row());
    // Not from under a mouse that is being pressed: Qt would go on with the row that is then at its place.
    if (!m_isChoosing)
        moveWindow(m_cursor.number());
    const int row = m_model->rowOf(m_cursor.number());
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    if (row < 0) {
        m_table->clearSelection();
        m_table->selectionModel()->clearCurrentIndex();
        m_table->scrollToTop();
        return nameActions(); // rows that are replaced take the current one along, and nobody is told
    }
    const QModelIndex index = m_model->index(row, 0);
    if (current != m_model->numberAt(row) || m_table->currentIndex().row() != row)
        makeCurrent(index);
    m_table->scrollTo(index, QAbstractItemView::EnsureVisible);
}

/// Alone, whatever keys are down: with Ctrl held, Qt would take its choice back. Also where it is none: else
/// Qt makes the first row current when the table gets the focus.
void EventsView::makeCurrent(const QModelIndex &index)
{
    m_table->setCurrentIndex(index);
    m_table->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// To where a record is; what is chosen stays so, as far as it is still in the window.
void EventsView::moveWindow(std::uint64_t number)
{
    const RowWindow before = m_model->window();
    const RowWindow now = m_model->windowAround(number);
    if (now == before)
        return;
    const QItemSelection chosen = m_table->selectionModel()->selection();
    std::vector<std::pair<std::uint64_t, std::uint64_t>> places;
    for (const QItemSelectionRange &range : chosen)
        places.emplace_back(before.first + static_cast<std::uint64_t>(range.top()),
            before.first + static_cast<std::uint64_t>(range.bottom()));
    m_model->setWindow(now);
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    const auto indexOf = [&](std::uint64_t place, int column) {
        return m_model->index(
            static_cast<int>(std::clamp(place, now.first, now.end() - 1) - now.first), column);
    };
    makeCurrent(m_model->index(m_model->rowOf(m_cursor.number()), 0));
    QItemSelection kept;
    for (const auto &[first, last] : places) {
        if (first < now.end() && last >= now.first)
            kept.select(indexOf(first, 0), indexOf(last, EventModel::ColumnCount - 1));
    }
    if (!kept.isEmpty())
        m_table->selectionModel()->select(kept, QItemSelectionModel::ClearAndSelect);
}

void EventsView::goOnScrolling()
{
    const QScrollBar &bar = *m_table->verticalScrollBar();
    const bool isUp = bar.value() == bar.minimum() && m_model->window().hasEarlier();
    const bool isDown = bar.value() == bar.maximum() && m_model->window().hasLater();
    if (bar.isSliderDown() || (!isUp && !isDown))
        return;
    const std::uint64_t number = m_model->numberAt(isUp ? 0 : m_model->rowCount() - 1);
    moveWindow(number);
    const QModelIndex index = m_model->index(m_model->rowOf(number), 0);
    (void)m_table->visualRect(index); // lays the rows out, without which there is no place to scroll to
    m_table->scrollTo(index, isUp ? QAbstractItemView::PositionAtTop : QAbstractItemView::PositionAtBottom);
}

/// A table knows its own rows only: before a key goes from the cursor's row on, that row is shown, and the
/// first and the last of all rows are gone to here.
bool EventsView::goOnByKey(const QKeyEvent &key)
{
    const RowWindow &window = m_model->window();
    if (!window.hasEarlier() && !window.hasLater())
        return false;
    const bool isFirst = key.matches(QKeySequence::MoveToStartOfDocument);
    if (isFirst || key.matches(QKeySequence::MoveToEndOfDocument)) {
        m_cursor.goTo(m_model->numberOf(isFirst ? 0 : window.total - 1), false);
        showCursor(); // also where the cursor was there
        return true;
    }
    constexpr std::array moves{Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Left,
        Qt::Key_Right, Qt::Key_Home, Qt::Key_End};
    if (std::find(moves.begin(), moves.end(), key.key()) != moves.end())
        showCursor();
    return false;
}

void EventsView::chooseRow()
{
    if (m_isFollowing)
        return;
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    const std::uint64_t number = m_model->numberAt(m_table->currentIndex().row());
    if (number > 0)
        m_cursor.goTo(number, false);
}

void EventsView::copyJson()
{
    copy(RecordCopier::Form::Json);
}

void EventsView::copyTable()
{
    copy(RecordCopier::Form::Table);
}

void EventsView::copy(RecordCopier::Form form)
{
    const InspectorFrame &frame = m_source.frame();
    std::vector<std::uint64_t> numbers;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            numbers.push_back(m_model->numberAt(row));
    }
    std::sort(numbers.begin(), numbers.end());
    if (frame.timeline && !numbers.empty())
        m_copier->make(*frame.timeline, frame.tracks->firstTime, std::move(numbers), form);
}

void EventsView::takeCopy(const QString &text, qsizetype taken, qsizetype left, const QString &problem)
{
    if (taken > 0)
        QGuiApplication::clipboard()->setText(text);
    const auto number = [](qsizetype count) { return words::count(static_cast<std::uint64_t>(count)); };
    if (!problem.isEmpty())
        emit copied(tr("Copied %1 events, not %2 more: %3").arg(number(taken), number(left), problem));
    else if (left > 0)
        emit copied(tr("Copied the first %1 events; %2 more are too much for a clipboard. Save the session "
                       "instead.")
                        .arg(number(taken), number(left)));
    else
        emit copied(tr("Copied %1 events").arg(number(taken)));
}

void EventsView::showMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    // A menu that is asked for by a program has no click before it that chose the row.
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    QMenu menu(this);
    menu.addActions(m_table->actions());
    menu.addSeparator();
    for (const QString &muted : std::as_const(m_muted))
        menu.addAction(tr("Show %1 again").arg(muted), this, [this, muted] { mute(muted, false); });
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

// Where a filter leaves the record out, the row before it stands for it, as for the cursor.
void EventsView::showHovered()
{
    const std::optional<SessionCursor::Hover> &hover = m_cursor.hovered();
    m_model->setHovered(hover ? m_model->numberAt(m_model->rowOf(hover->number)) : 0);
}

bool EventsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::Leave)
            m_cursor.hoverNothing();
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusIn) // a menu was closed; what was chosen in it is done first
        QMetaObject::invokeMethod(this, &EventsView::nameActions, Qt::QueuedConnection);
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    return goOnByKey(static_cast<const QKeyEvent &>(*event)) || QWidget::eventFilter(watched, event);
}

} // namespace inspector
