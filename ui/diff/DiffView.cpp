// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/DiffView.h"

#include "core/base/EcmaJson.h"
#include "core/diff/DiffReport.h"
#include "core/diff/JsonDiff.h"
#include "ui/common/DiffModel.h"
#include "ui/common/FrameSource.h"
#include "ui/common/ListActions.h"
#include "ui/common/MarkerList.h"
#include "ui/common/PathDelegate.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/diff/EndState.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace inspector {

DiffView::DiffView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_cache(parts.cache)
    , m_markers(parts.markers)
    , m_bases(new QComboBox(this))
    , m_ignored(new QLineEdit(QStringLiteral("times"), this))
    , m_verdict(new QLabel(this))
    , m_model(new DiffModel(this))
    , m_table(new QTableView(this))
    , m_files(new EndState(this))
{
    constexpr int soonMs = 30; // what the cursor passes is not compared
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &DiffView::compare);
    makeHead();
    makeTable();
    const int unit = typography::unit();
    auto *head = new QFormLayout;
    head->setContentsMargins(3 * unit, unit, 3 * unit, unit);
    head->setSpacing(unit);
    head->addRow(tr("against"), m_bases);
    head->addRow(tr("without"), m_ignored);
    head->addRow(m_verdict);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    connect(&m_source, &FrameSource::frameChanged, this, &DiffView::takeFrame);
    connect(&m_markers, &MarkerList::changed, this, &DiffView::listBases);
    connect(&m_cache, &RecordCache::arrived, this, [this] {
        if (!m_comparison)
            compareSoon();
    });
    connect(m_files, &EndState::found, this, &DiffView::takeFile);
    connect(&parts.theme, &ThemeController::changed, this,
        [this, &theme = parts.theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(parts.theme.theme());
    listBases();
}

void DiffView::makeHead()
{
    m_bases->setAccessibleName(tr("What the state is compared with"));
    m_bases->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ignored->setAccessibleName(tr("What is passed over"));
    m_ignored->setFont(typography::fixed());
    m_ignored->setToolTip(
        tr("Paths with commas between, such as factions.byId.*.lastReason; times stands for "
           "all that tells when something was, none for nothing."));
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setAccessibleName(tr("How many differences there are"));
    connect(m_bases, &QComboBox::activated, this, &DiffView::chooseBase);
    connect(m_ignored, &QLineEdit::textChanged, this, &DiffView::compareSoon);
}

void DiffView::makeTable()
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Differences"));
    m_table->setItemDelegateForColumn(DiffModel::Path, new PathDelegate(this));
    const int unit = typography::unit();
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setMinimumSectionSize(5 * unit);
    header->setSectionResizeMode(DiffModel::Sign, QHeaderView::Fixed);
    header->setSectionResizeMode(DiffModel::Path, QHeaderView::Stretch);
    m_table->setColumnWidth(DiffModel::Sign, 5 * unit);
    m_table->setColumnWidth(DiffModel::Before, 16 * unit);
    m_table->setColumnWidth(DiffModel::After, 16 * unit);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &name, const QKeySequence &key, auto work) {
        addListAction(*m_table, name, key, this, work);
    };
    add(tr("Why"), QKeySequence(Qt::Key_Return), [this] {
        if (m_table->currentIndex().isValid())
            emit whyWanted(m_model->pathAt(m_table->currentIndex().row()));
    });
    add(tr("Copy all as Markdown"), QKeySequence::Copy, [this] { copy(ReportFormat::Markdown); });
    add(tr("Copy all as JSON Patch"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &DiffView::copyPatch);
    connect(m_table, &QTableView::doubleClicked, this,
        [this](const QModelIndex &index) { emit whyWanted(m_model->pathAt(index.row())); });
}

void DiffView::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    if (!isInSight)
        return forget(); // what is copied from the window's menu must not be of another place
    listBases();
    compareSoon();
}

void DiffView::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    if (frame.session != m_session && m_base.kind == DiffBase::Kind::Record)
        m_base = {}; // it was one of the session before
    const std::size_t landmarks = frame.tracks->markers.size() + frame.tracks->snapshots.size();
    if (m_isInSight && (frame.session != m_session || landmarks != m_landmarks))
        listBases();
    m_session = frame.session;
    compareSoon();
}

/// What can be compared with: the newest of what the session holds, and a file.
void DiffView::listBases()
{
    constexpr std::size_t most = 100; // of each kind
    if (m_bases->view()->isVisible())
        return; // somebody is choosing
    const SessionTracks &tracks = *m_source.frame().tracks;
    m_landmarks = tracks.markers.size() + tracks.snapshots.size();
    m_bases->clear();
    bool isListed = false;
    const auto add = [&](const QString &text, const DiffBase &base) {
        m_bases->addItem(text, QVariant::fromValue(base));
        if (base == m_base)
            m_bases->setCurrentIndex(m_bases->count() - 1);
        isListed = isListed || base == m_base;
    };
    const auto addRecord = [&](const QString &name, std::uint64_t number) {
        add(tr("%1 (#%2)").arg(name, words::count(number)), {DiffBase::Kind::Record, number, name});
    };
    add(tr("the previous event"), {});
    addRecord(tr("the start"), 0);
    for (const UserMarker &marker : m_markers.markers())
        addRecord(words::text(marker.label), marker.number);
    const auto first = [&](const auto &all) { return all.size() > most ? all.size() - most : 0; };
    for (std::size_t i = first(tracks.markers); i < tracks.markers.size(); ++i)
        addRecord(words::text(tracks.markers[i].label), tracks.markers[i].number);
    for (std::size_t i = first(tracks.snapshots); i < tracks.snapshots.size(); ++i)
        addRecord(tr("Snapshot %1").arg(words::count(i + 1)), tracks.snapshots[i].number);
    if (m_base.kind == DiffBase::Kind::File)
        add(QFileInfo(m_base.name).fileName(), m_base);
    if (!isListed)
        addRecord(m_base.name, m_base.number); // a marker that was removed since, or an old snapshot
    add(tr("a file…"), {DiffBase::Kind::File, 0, {}});
}

void DiffView::chooseBase(int row)
{
    const auto base = m_bases->itemData(row).value<DiffBase>();
    if (base.kind == DiffBase::Kind::File && base.name.isEmpty())
        return chooseFile();
    m_base = base;
    forget();
    compareSoon();
}

void DiffView::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Compare with the end of"));
    if (!path.isEmpty())
        return compareWithFile(path);
    listBases(); // with the one that was chosen before
}

void DiffView::compareWithFile(const QString &path)
{
    m_base = {DiffBase::Kind::File, 0, path};
    forget();
    listBases();
    tell(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    m_files->read(path);
}

void DiffView::compareWithRecord(std::uint64_t number, const QString &name)
{
    m_base = {DiffBase::Kind::Record, number, name};
    forget();
    listBases();
    compareSoon();
}

void DiffView::takeFile(const QString &path)
{
    if (m_base.kind == DiffBase::Kind::File && m_base.name == path)
        compareSoon();
}

void DiffView::compareSoon()
{
    if (m_isInSight && !m_soon.isActive())
        m_soon.start();
}

DiffView::SideState DiffView::sideAt(std::uint64_t number, const WorldState &state) const
{
    SideState side{{}, state};
    side.side.name = tr("%1 at #%2").arg(m_source.sourceName(), words::count(number)).toStdString();
    side.side.report.records = number;
    return side;
}

DiffView::Subject DiffView::subject() const
{
    const InspectorFrame &frame = m_source.frame();
    return {frame.session, frame.cursor, m_base, m_ignored->text()};
}

void DiffView::forget()
{
    m_comparing.cancel();
    m_comparison.reset();
}

std::optional<DiffView::SideState> DiffView::baseSide()
{
    if (m_base.kind == DiffBase::Kind::File) {
        const auto &end = m_files->end();
        if (!end)
            return std::nullopt;
        if (!*end) {
            tell(words::error(end->error()));
            return std::nullopt;
        }
        SideState side{{}, (*end)->state};
        side.side.name = m_base.name.toStdString();
        side.side.report = (*end)->report;
        return side;
    }
    const bool isPrevious = m_base.kind == DiffBase::Kind::PreviousEvent;
    const std::uint64_t number = isPrevious ? m_source.frame().cursor : m_base.number;
    if (number == 0)
        return sideAt(0, WorldState());
    const RecordDetails *details = m_cache.details(number);
    if (details == nullptr)
        return std::nullopt;
    if (details->error) {
        tell(words::error(*details->error));
        return std::nullopt;
    }
    return isPrevious ? sideAt(number - 1, details->before) : sideAt(number, details->after);
}

void DiffView::compare()
{
    const InspectorFrame &frame = m_source.frame();
    if (!m_isInSight || m_comparing.isRunning())
        return; // looked at once more when that is done
    if (frame.phase == InspectorFrame::Phase::Empty)
        return tell(tr("What differs between two states is listed here."));
    if (frame.stateError)
        return tell(words::error(*frame.stateError));
    if (m_comparison && subject() == m_compared)
        return; // frames come for many reasons
    const auto ignored = PathPatterns::parse(m_ignored->text().toStdString());
    if (!ignored)
        return tell(words::error(ignored.error()));
    std::optional<SideState> base = baseSide();
    if (!base)
        return;
    m_comparing.start(
        [base = std::move(*base), head = sideAt(frame.cursor, frame.state.world), ignored = *ignored](
            const StopFlag & /*stop*/) {
            SessionComparison comparison;
            comparison.base = base.side;
            comparison.base.state = snapshotJson(base.state);
            comparison.head = head.side;
            comparison.head.state = snapshotJson(head.state);
            comparison.changes = diffJson(comparison.base.state, comparison.head.state, ignored);
            return comparison;
        },
        [this, subject = subject()](
            SessionComparison comparison) { takeComparison(std::move(comparison), subject); });
}

void DiffView::takeComparison(SessionComparison comparison, const Subject &subject)
{
    m_comparison = std::move(comparison);
    m_compared = subject;
    compareSoon(); // the cursor may have gone on
    const JsonChanges &changes = m_comparison->changes;
    m_model->setChanges(changes);
    m_verdict->setText(changes.empty() ? tr("No difference.")
                                       : words::counted(changes.size(), tr("difference"), tr("differences")));
}

void DiffView::tell(const QString &text)
{
    forget();
    m_model->setChanges({});
    m_verdict->setText(text);
}

void DiffView::copy(ReportFormat format) const
{
    if (m_comparison)
        QGuiApplication::clipboard()->setText(words::text(diffReport(*m_comparison, format)));
}

void DiffView::copyPatch() const
{
    if (m_comparison)
        QGuiApplication::clipboard()->setText(
            words::text(toJsonText(jsonPatch(m_comparison->changes), JsonLayout::Indented)));
}

} // namespace inspector
