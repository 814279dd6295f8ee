// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshots/SnapshotsView.h"

#include "core/engine/TrackLookup.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/ListActions.h"
#include "ui/common/PopupField.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/snapshots/SnapshotDelegate.h"
#include "ui/snapshots/SnapshotModel.h"

#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace inspector {

namespace {
constexpr int pauseMs = 1000; // between two looks at a session that grows
}

SnapshotsView::SnapshotsView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_saver(parts.source.clock())
    , m_model(new SnapshotModel(this))
    , m_list(new QListView(this))
    , m_note(new QLabel(this))
    , m_empty(new EmptyHint(EmptyHint::Place::List,
          tr("No snapshot yet. Those of the session, the slots and a folder of your choice show here."),
          this))
    , m_stack(new QStackedLayout)
    , m_save(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_pause(new QTimer(this))
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SnapshotDelegate(parts.theme, m_list));
    m_list->setAccessibleName(tr("Snapshots"));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    makeListActions();
    makeCommands();
    m_note->setWordWrap(true);
    m_note->setFont(typography::table());
    m_note->setProperty("role", QStringLiteral("secondary"));
    m_note->setContentsMargins(
        3 * typography::unit(), typography::unit(), 3 * typography::unit(), typography::unit());
    m_note->hide();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeButtons());
    layout->addSpacing(typography::unit());
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_note);
    m_pause->setSingleShot(true);
    connect(m_pause, &QTimer::timeout, this, &SnapshotsView::takeFrame);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        const SnapshotEntry *entry = m_model->entryAt(index.row());
        if (entry != nullptr && entry->origin == SnapshotEntry::Origin::Session)
            go(index.row());
    });
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) { go(index.row()); });
    connect(&m_scan, &SnapshotScan::found, this, &SnapshotsView::takeFound);
    connect(&m_saver, &StateSaver::failed, this, &SnapshotsView::saveProblem);
    connect(&m_saver, &StateSaver::saved, this, [this](const QString &message) {
        emit saveProblem({});
        emit saved(message);
        refresh();
    });
    connect(&parts.source, &FrameSource::sessionChanged, this, &SnapshotsView::clear);
    connect(&parts.source, &FrameSource::frameChanged, this, &SnapshotsView::takeFrame);
    connect(&parts.cursor, &SessionCursor::moved, this, &SnapshotsView::showCursor);
    connect(&parts.theme, &ThemeController::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void SnapshotsView::makeCommands()
{
    const auto add = [this](const QString &name, const QKeySequence &key, auto work) {
        auto *action = new QAction(name, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    if (!m_parts.slotFolder.isEmpty())
        m_saves << add(tr("Save state into a &slot…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_K),
            &SnapshotsView::askSlot);
    m_saves << add(tr("Save state into a &file…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
        &SnapshotsView::askFile);
    m_browse = add(tr("&Browse a folder of snapshots…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
        &SnapshotsView::chooseFolder);
    m_exportAll = add(tr("Export all s&napshots…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E),
        [this] { emit exportWanted(ExportOf::All); });
}

void SnapshotsView::makeListActions()
{
    const auto add = [this](const QString &name, const QKeySequence &key, auto work) {
        return addListAction(*m_list, name, key, this, work);
    };
    add(tr("Go there, or open"), QKeySequence(Qt::Key_Return), [this] { withChosen(&SnapshotsView::open); });
    add(tr("Compare the state with it"), QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] { withChosen(&SnapshotsView::compareWith); });
    m_exportOne = add(tr("Export it…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X),
        [this] { withChosen(&SnapshotsView::exportEntry); });
    add(tr("Look again"), QKeySequence(Qt::SHIFT | Qt::Key_Return), &SnapshotsView::refresh);
}

QList<QAction *> SnapshotsView::commands() const
{
    return m_saves + QList<QAction *>{m_browse, m_exportAll};
}

QWidget *SnapshotsView::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    const int unit = typography::unit();
    layout->setContentsMargins(3 * unit, unit, 3 * unit, unit);
    layout->setSpacing(unit);
    auto *folder = new QToolButton(bar);
    folder->setText(tr("Folder…"));
    folder->setToolTip(tr("Browse the snapshots and saves of a folder; it is only read"));
    connect(folder, &QToolButton::clicked, this, &SnapshotsView::chooseFolder);
    m_save->setText(tr("Save state"));
    m_save->setToolTip(tr("Save the state at the cursor"));
    auto *saveMenu = new QMenu(m_save);
    saveMenu->addActions(m_saves);
    m_save->setMenu(saveMenu);
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Export one snapshot, or all of the session"));
    auto *exportMenu = new QMenu(m_export);
    exportMenu->addActions({m_exportOne, m_exportAll});
    m_export->setMenu(exportMenu);
    for (QToolButton *button : {folder, m_save, m_export}) {
        button->setFont(typography::table());
        button->setFixedHeight(typography::rowHeight() + unit);
        button->setPopupMode(QToolButton::InstantPopup);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    return bar;
}

void SnapshotsView::setFolder(const QString &folder)
{
    m_folder = folder;
    refresh();
}

void SnapshotsView::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Browse a folder of snapshots"), m_folder);
    if (folder.isEmpty())
        return;
    emit revealWanted();
    setFolder(folder);
    emit folderChanged(folder);
}

void SnapshotsView::refresh()
{
    m_isStale = true;
    takeFrame();
}

void SnapshotsView::takeFrame()
{
    if (!isVisible())
        return; // what there is then is looked for when it is
    const InspectorFrame &frame = m_parts.source.frame();
    m_save->setEnabled(frame.timeline.has_value());
    const bool isOther = frame.session != m_session;
    if (!m_isStale && !isOther && frame.tracks->snapshots.size() == m_snapshots)
        return;
    if (!m_isStale && !isOther && (m_pause->isActive() || m_scan.isRunning()))
        return; // looked at when that is over
    m_isStale = false;
    m_session = frame.session;
    m_snapshots = frame.tracks->snapshots.size();
    m_pause->start(pauseMs);
    m_scan.start({frame.timeline, frame.tracks, m_parts.slotFolder, m_folder});
}

void SnapshotsView::takeFound(const SnapshotScan::Found &found)
{
    m_model->setEntries(found.entries, m_parts.source.frame().tracks->firstTime, m_folder);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_export->setEnabled(m_model->rowCount() > 0);
    QStringList notes = found.problems;
    if (found.left > 0)
        notes << tr("%1 older ones are not listed.").arg(words::count(found.left));
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    // Of those in the session the cursor decides, which may have gone on since.
    const bool isFile = m_chosen && m_chosen->origin != SnapshotEntry::Origin::Session;
    if (const int row = isFile ? m_model->rowOf(*m_chosen) : -1; row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    else
        showCursor();
    takeFrame(); // there may be more by now
}

void SnapshotsView::clear()
{
    m_model->setEntries({}, 0, m_folder); // numbers of the session before mean nothing in this one
    m_previous.reset();
    if (m_chosen && m_chosen->origin == SnapshotEntry::Origin::Session)
        m_chosen.reset();
    m_isStale = true;
}

/// Marks the snapshot that the cursor stands at.
void SnapshotsView::showCursor()
{
    if (!isVisible())
        return;
    if (const int row = m_model->rowOf(m_parts.cursor.number()); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void SnapshotsView::go(int row)
{
    const SnapshotEntry *entry = m_model->entryAt(row);
    if (entry == nullptr)
        return;
    m_list->setCurrentIndex(m_model->index(row));
    open(*entry);
}

void SnapshotsView::open(const SnapshotEntry &entry)
{
    if (m_chosen != entry)
        m_previous = m_chosen;
    m_chosen = entry;
    if (entry.origin == SnapshotEntry::Origin::Session)
        m_parts.cursor.goTo(m_chosen->number);
    else
        emit openWanted(m_chosen->path);
}

void SnapshotsView::step(int distance)
{
    emit revealWanted(); // nobody would see where in the list this is
    if (m_chosen && m_chosen->origin != SnapshotEntry::Origin::Session)
        return go(m_list->currentIndex().row() - distance); // what is newer stands above
    const auto &snapshots = m_parts.source.frame().tracks->snapshots;
    const std::uint64_t here = m_parts.cursor.number();
    const std::size_t upToHere = countUpTo(snapshots, here);
    const bool isAtOne = upToHere > 0 && snapshots[upToHere - 1].number == here;
    const std::size_t before = upToHere - (isAtOne ? 1 : 0); // how many there are
    if (distance > 0 ? upToHere == snapshots.size() : before == 0)
        return;
    const std::uint64_t number = snapshots[distance > 0 ? upToHere : before - 1].number;
    if (const int row = m_model->rowOf(number); row >= 0)
        go(row);
    else
        m_parts.cursor.goTo(number); // the list is still being looked for
}

void SnapshotsView::withChosen(void (SnapshotsView::*work)(const SnapshotEntry &))
{
    const SnapshotEntry *chosen = m_model->entryAt(m_list->currentIndex().row());
    if (chosen != nullptr)
        (this->*work)(SnapshotEntry(*chosen)); // the list may become another one meanwhile
}

void SnapshotsView::exportEntry(const SnapshotEntry &entry)
{
    open(entry);
    emit exportWanted(entry.origin == SnapshotEntry::Origin::Session ? ExportOf::Chosen : ExportOf::File);
}

void SnapshotsView::compareWith(const SnapshotEntry &entry)
{
    // A click goes there: of two that were clicked, the other one is the one before.
    const bool isHere =
        entry.origin == SnapshotEntry::Origin::Session && entry.number == m_parts.cursor.number();
    emit compareWanted(isHere && m_previous ? *m_previous : entry);
}

/// Why the state at the cursor cannot be saved; empty where it can.
QString SnapshotsView::obstacle() const
{
    const InspectorFrame &frame = m_parts.source.frame();
    if (!frame.timeline)
        return tr("There is no state to save. Open a session first.");
    if (frame.stateError)
        return words::error(*frame.stateError);
    if (frame.cursor == m_parts.cursor.number())
        return {};
    return tr("The state at #%1 is still being rebuilt. Save again in a moment.")
        .arg(words::count(m_parts.cursor.number()));
}

std::optional<ReplayState> SnapshotsView::stateToSave()
{
    const QString problem = obstacle();
    emit saveProblem(problem);
    return problem.isEmpty() ? std::optional(m_parts.source.frame().state) : std::nullopt;
}

void SnapshotsView::askSlot()
{
    // The state as it is now, whatever happens while a name is typed.
    const std::optional<ReplayState> state = stateToSave();
    if (!state || m_parts.slotFolder.isEmpty())
        return;
    emit revealWanted();
    auto *field = new PopupField(
        tr("Name of the slot"), tr("The state at #%1").arg(words::count(m_parts.cursor.number())),
        [this, state = *state](const QString &name) {
            m_saver.saveToSlot(state, m_parts.slotFolder, name);
            return QString();
        },
        this);
    field->popUpAt(*m_save);
}

void SnapshotsView::saveToSlot(const QString &name)
{
    if (const auto state = stateToSave())
        m_saver.saveToSlot(*state, m_parts.slotFolder, name);
}

void SnapshotsView::askFile()
{
    const std::optional<ReplayState> state = stateToSave();
    if (!state)
        return;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the state at the cursor"), m_folder, tr("Snapshots (*.json);;All files (*)"));
    if (!path.isEmpty())
        m_saver.saveToFile(*state, path);
}

void SnapshotsView::saveToFile(const QString &path)
{
    if (const auto state = stateToSave())
        m_saver.saveToFile(*state, path);
}

void SnapshotsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace inspector
