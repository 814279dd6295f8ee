// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/StateView.h"

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "ui/common/FrameSource.h"
#include "ui/common/ListActions.h"
#include "ui/common/PathDelegate.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/inspector/SparklineDelegate.h"
#include "ui/inspector/StateTree.h"
#include "ui/inspector/ValueTracer.h"
#include "ui/inspector/WatchModel.h"
#include "ui/inspector/WhyPanel.h"
#include "ui/inspector/WhyWords.h"
#include "ui/json/JsonSearchField.h"
#include "ui/json/JsonTreeModel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("role", QStringLiteral("hairline"));
    return line;
}

} // namespace

StateView::StateView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_model(new JsonTreeModel(this))
    , m_tree(new StateTree(*m_model, this))
    , m_why(new WhyPanel(this))
    , m_search(new JsonSearchField(tr("Search keys, values, paths"), this))
    , m_watchModel(new WatchModel(this))
    , m_watchArea(new QWidget(this))
    , m_watchList(new QTableView(m_watchArea))
    , m_tracer(new ValueTracer(parts.source, parts.cursor, this))
    , m_converter([this](const JsonValue &state) { showTree(state); })
{
    makeTree();
    makeWatchList();
    m_watchList->setItemDelegateForColumn(WatchModel::History, new SparklineDelegate(parts.theme, this));
    const int unit = typography::unit();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(3 * unit, unit, 3 * unit, unit);
    head->addWidget(m_search);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    layout->addWidget(makeLine(this));
    layout->addWidget(m_why);
    layout->addWidget(m_watchArea);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusProxy(m_tree);
    connect(&m_source, &FrameSource::frameChanged, this, &StateView::takeFrame);
    connect(m_tracer, &ValueTracer::traced, this, &StateView::showWhy);
    const auto takeTheme = [this, &theme = parts.theme] {
        m_model->setTheme(theme.theme());
        m_watchModel->setTheme(theme.theme());
    };
    connect(&parts.theme, &ThemeController::changed, this, takeTheme);
    takeTheme();
    setWatchedPaths({});
}

void StateView::makeTree()
{
    connect(m_search, &JsonSearchField::chosen, this, [this](const JsonRowPath &path) {
        if (!path.empty())
            m_tree->choose(m_model->keysOf(m_model->indexAt(path)));
    });
    connect(m_tree, &StateTree::pathChanged, this, &StateView::choosePath);
    connect(m_why, &WhyPanel::previousWanted, this, &StateView::goToPreviousChange);
    connect(m_why, &WhyPanel::nextWanted, this, &StateView::goToNextChange);
    connect(m_why, &WhyPanel::pinWanted, this, &StateView::watch);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &name, const QKeySequence &key, auto work) {
        addListAction(*m_tree, name, key, this, work);
    };
    add(tr("Copy value"), QKeySequence::Copy, [this] {
        if (m_tree->currentIndex().isValid())
            QGuiApplication::clipboard()->setText(
                m_tree->currentIndex().data(JsonTreeModel::JsonRole).toString());
    });
    add(tr("Copy path"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { QGuiApplication::clipboard()->setText(words::text(pathText(m_tree->path()))); });
    add(tr("Expect this…"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        if (!m_tree->path().empty())
            emit expectWanted(m_tree->path());
    });
    add(tr("Watch, or do not any more"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] {
        const auto &paths = m_watchModel->paths();
        watch(std::find(paths.begin(), paths.end(), m_tree->path()) == paths.end());
    });
}

void StateView::makeWatchList()
{
    applyTableStyle(*m_watchList);
    m_watchList->setModel(m_watchModel);
    m_watchList->setAccessibleName(tr("Watched values"));
    m_watchList->setSelectionMode(QAbstractItemView::SingleSelection);
    m_watchList->horizontalHeader()->hide();
    m_watchList->horizontalHeader()->setStretchLastSection(false);
    const int unit = typography::unit();
    m_watchList->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_watchList->horizontalHeader()->setSectionResizeMode(WatchModel::Path, QHeaderView::Stretch);
    m_watchList->setColumnWidth(WatchModel::Value, 20 * unit);
    m_watchList->setColumnWidth(WatchModel::History, 16 * unit);
    m_watchList->setItemDelegateForColumn(WatchModel::Path, new PathDelegate(this));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    row->addWidget(m_watchList);
    auto *layout = new QVBoxLayout(m_watchArea);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeLine(m_watchArea));
    layout->addLayout(row);
    m_watchList->setContextMenuPolicy(Qt::ActionsContextMenu);
    addListAction(
        *m_watchList, tr("Do not watch any more"), QKeySequence::Delete, this, &StateView::unwatchCurrent);
    const auto explainRow = [this](const QModelIndex &index) {
        explain(ValuePath(m_watchModel->paths()[static_cast<std::size_t>(index.row())]));
    };
    connect(m_watchList, &QTableView::clicked, this, explainRow);
    connect(m_watchList, &QTableView::activated, this, explainRow);
}

void StateView::explain(const ValuePath &path)
{
    m_tree->choose(path);
}

void StateView::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    m_tracer->setActive(isInSight);
    takeFrame();
}

void StateView::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    if (!m_isInSight || (m_session == frame.session && m_shown == frame.cursor && !frame.stateError))
        return;
    if (m_session != frame.session)
        m_converter.cancel(); // not one of the other session in this one
    m_session = frame.session;
    m_shown = frame.stateError ? std::nullopt : std::optional(frame.cursor);
    showState();
}

void StateView::showState()
{
    const InspectorFrame &frame = m_source.frame();
    m_watchModel->setState(frame.state.world);
    showWays();
    if (frame.phase != InspectorFrame::Phase::Empty && !frame.stateError)
        return m_converter.convert(frame.state.world);
    m_converter.cancel();
    showTree({});
}

void StateView::showTree(const JsonValue &state)
{
    m_tree->setState(state);
    m_search->update(state);
}

void StateView::choosePath()
{
    std::vector<ValuePath> paths = m_watchModel->paths();
    const bool isWatched = std::find(paths.begin(), paths.end(), m_tree->path()) != paths.end();
    m_why->setPinned(isWatched);
    if (!m_tree->path().empty() && !isWatched)
        paths.insert(paths.begin(), m_tree->path());
    m_wanted.reset();
    m_tracer->setPaths(std::move(paths));
    showWhy();
}

void StateView::showWhy()
{
    const ValuePath &path = m_tree->path();
    const ValueHistory *history = m_tracer->historyOf(path);
    QString why;
    if (path.empty())
        why = tr("Choose a value to see which event set it.");
    else if (history != nullptr)
        why = whyWords(*history, m_source.catalogue());
    m_why->setText(words::text(pathText(path)), why);
    const InspectorFrame &frame = m_source.frame();
    const std::uint64_t number = std::min(m_cursor.number(), frame.size());
    m_watchModel->setHistories(*m_tracer, number == 0 ? 0 : frame.timeline->index().timeOf(number));
    showWays();
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    if (wanted && wanted->session == frame.session && wanted->number == m_cursor.number())
        goToChange(wanted->way);
}

void StateView::showWays()
{
    const ValueHistory *history = m_tracer->historyOf(m_tree->path());
    m_why->setWays(history != nullptr && !history->changes.empty() &&
                       history->changes.front().number < m_cursor.number(),
        history != nullptr && history->next && *history->next > m_cursor.number());
}

void StateView::goToChange(Way way)
{
    if (!m_isInSight)
        emit revealWanted();
    if (m_tree->path().empty()) {
        emit told(tr("Choose a value of the state first."));
        return;
    }
    const ValueHistory *history = m_tracer->historyOf(m_tree->path());
    if (history == nullptr || history->number != m_cursor.number()) {
        m_wanted = Wish{way, m_source.frame().session, m_cursor.number()}; // the answer is on its way
        return;
    }
    if (way == Way::Next) {
        if (history->next)
            m_cursor.goTo(*history->next);
        else
            emit told(history->error ? words::error(*history->error) : tr("No later event changes it."));
        return;
    }
    const auto isEarlier = [&](const ValueHistory::Change &change) {
        return change.number < m_cursor.number();
    };
    const auto previous = std::find_if(history->changes.rbegin(), history->changes.rend(), isEarlier);
    if (previous != history->changes.rend())
        m_cursor.goTo(previous->number);
    else
        emit told(history->error ? words::error(*history->error) : tr("No earlier event changed it."));
}

QStringList StateView::watched() const
{
    QStringList paths;
    for (const ValuePath &path : m_watchModel->paths()) {
        JsonArray parts;
        for (const std::string &part : path)
            parts.emplace_back(part);
        paths << words::text(toJsonText(JsonValue(std::move(parts)), JsonLayout::Compact));
    }
    return paths;
}

void StateView::setWatched(const QStringList &paths)
{
    std::vector<ValuePath> watched;
    for (const QString &text : paths) {
        JsonReader reader;
        const auto read = reader.read(text.toStdString(), false);
        const JsonValue value = read ? read->toValue() : JsonValue();
        const JsonArray *parts = value.asArray();
        if (parts == nullptr)
            continue; // somebody wrote something else there
        ValuePath path;
        for (const JsonValue &part : *parts)
            path.push_back(part.asString() == nullptr ? std::string() : *part.asString());
        watched.push_back(std::move(path));
    }
    setWatchedPaths(std::move(watched));
}

void StateView::setWatchedPaths(std::vector<ValuePath> paths)
{
    m_watchModel->setPaths(std::move(paths));
    m_watchModel->setState(m_source.frame().state.world);
    fitWatchList();
    choosePath();
}

void StateView::watch(bool isWatched)
{
    std::vector<ValuePath> paths = m_watchModel->paths();
    std::erase(paths, m_tree->path());
    if (isWatched && !m_tree->path().empty())
        paths.push_back(m_tree->path());
    setWatchedPaths(std::move(paths));
    emit watchedChanged();
}

void StateView::unwatchCurrent()
{
    std::vector<ValuePath> paths = m_watchModel->paths();
    const int row = m_watchList->currentIndex().row();
    if (row < 0)
        return;
    paths.erase(paths.begin() + row);
    setWatchedPaths(std::move(paths));
    emit watchedChanged();
}

/// As high as its rows, up to a few.
void StateView::fitWatchList()
{
    constexpr int mostShown = 8;
    const int rows = std::min(m_watchModel->rowCount(), mostShown);
    m_watchArea->setVisible(rows > 0);
    m_watchList->setFixedHeight(rows * typography::rowHeight() + 2);
}

} // namespace inspector
