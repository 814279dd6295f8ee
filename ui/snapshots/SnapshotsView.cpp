// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshots/SnapshotsView.h"

#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
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
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
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
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { go(index.row()); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &SnapshotsView::showMenu);
    connect(&m_scan, &SnapshotScan::found, this, &SnapshotsView::takeFound);
    connect(&m_saver, &StateSaver::failed, this, &SnapshotsView::saveProblem);
    connect(&m_saver, &StateSaver::saved, this, [this](const QString &message) {
        emit saveProblem({});
        emit saved(message);
        refresh();
    });
    connect(&parts.source, &FrameSource::frameChanged, this, &SnapshotsView::takeFrame);
    connect(&parts.cursor, &SessionCursor::moved, this, &SnapshotsView::showCursor);
    connect(&parts.theme, &ThemeController::changed, m_list->viewport(), qOverload<>(&QWidget::update));
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
    if (!m_parts.slotFolder.isEmpty())
        saveMenu->addAction(tr("Into a slot…"), this, &SnapshotsView::askSlot);
    saveMenu->addAction(tr("Into a file…"), this, &SnapshotsView::askFile);
    m_save->setMenu(saveMenu);
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Export one snapshot of the session, or all"));
    auto *exportMenu = new QMenu(m_export);
    exportMenu->addAction(tr("This snapshot…"), this, [this] { emit exportWanted(false); });
    exportMenu->addAction(tr("All of the session…"), this, [this] { emit exportWanted(true); });
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
    m_export->setEnabled(!frame.tracks->snapshots.empty());
    const bool isOther = frame.session != m_session;
    if (!m_isStale && !isOther && frame.tracks->snapshots.size() == m_snapshots)
        return;
    if (!m_isStale && !isOther && m_pause->isActive())
        return; // looked at when the pause is over
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
    QStringList notes = found.problems;
    if (found.left > 0)
        notes << tr("%1 older ones are not listed.").arg(words::count(found.left));
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    showCursor();
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
    if (entry->origin == SnapshotEntry::Origin::Session)
        m_parts.cursor.goTo(entry->number);
    else
        emit openWanted(entry->path);
}

void SnapshotsView::step(int distance)
{
    int row = m_list->currentIndex().row();
    do {
        row += distance;
    } while (row >= 0 && row < m_model->rowCount() && m_model->entryAt(row) == nullptr);
    go(row);
}

void SnapshotsView::showMenu(const QPoint &position)
{
    const int row = m_list->indexAt(position).row();
    const SnapshotEntry *entry = m_model->entryAt(row);
    if (entry == nullptr)
        return;
    QMenu menu;
    if (entry->origin == SnapshotEntry::Origin::Session) {
        menu.addAction(tr("Go there"), this, [this, row] { go(row); });
        menu.addAction(tr("Export…"), this, [this, row] {
            go(row);
            emit exportWanted(false);
        });
    } else {
        menu.addAction(tr("Open"), this, [this, row] { go(row); });
    }
    menu.addAction(tr("Look again"), this, &SnapshotsView::refresh);
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

void SnapshotsView::askSlot()
{
    if (!m_parts.source.frame().timeline || m_parts.slotFolder.isEmpty())
        return;
    auto *field = new PopupField(
        tr("Name of the slot"), tr("The state at #%1").arg(words::count(m_parts.cursor.number())),
        [this](const QString &name) {
            saveToSlot(name);
            return QString();
        },
        this);
    field->popUpAt(*m_save);
}

void SnapshotsView::saveToSlot(const QString &name)
{
    m_saver.saveToSlot(m_parts.source.frame().state, m_parts.slotFolder, name);
}

void SnapshotsView::askFile()
{
    if (!m_parts.source.frame().timeline)
        return;
    const ReplayState state =
        m_parts.source.frame().state; // as it is now, whatever happens behind the dialog
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the state at the cursor"), m_folder, tr("Snapshots (*.json);;All files (*)"));
    if (!path.isEmpty())
        m_saver.saveToFile(state, path);
}

void SnapshotsView::saveToFile(const QString &path)
{
    m_saver.saveToFile(m_parts.source.frame().state, path);
}

void SnapshotsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace inspector
