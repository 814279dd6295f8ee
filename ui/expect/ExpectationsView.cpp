// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/expect/ExpectationsView.h"

#include "core/expect/ExpectationCheck.h"
#include "ui/common/ChosenPanel.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/ListActions.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ShellCommand.h"
#include "ui/common/ThemeController.h"
#include "ui/common/TwoLineDelegate.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/expect/ExpectDialog.h"
#include "ui/expect/ExpectationModel.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace inspector {

namespace {

constexpr int soonMs = 50;       // a burst of changes is one check
constexpr int liveSoonMs = 1000; // between two looks at a session that grows

QString filter()
{
    return ExpectationsView::tr("Expectations (*.json);;All files (*)");
}

} // namespace

ExpectationsView::ExpectationsView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_model(new ExpectationModel(this))
    , m_file(new ElidedLabel(this))
    , m_verdict(new QLabel(this))
    , m_save(new QToolButton(this))
    , m_list(new QListView(this))
    , m_panel(new ChosenPanel(tr("The chosen expectation"), this))
    , m_go(m_panel->addWay())
    , m_empty(new EmptyHint(EmptyHint::Place::List,
          tr("Nothing is expected yet. Choose \"Expect this\" on a value of the state, or open a file."),
          this))
    , m_stack(new QStackedLayout)
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setItemDelegate(new TwoLineDelegate(parts.theme, m_list));
    makeList();
    makePanel();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_panel);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ExpectationsView::check);
    connect(&m_expectations, &ExpectationList::changed, this, &ExpectationsView::takeList);
    connect(&m_source, &FrameSource::frameChanged, this, &ExpectationsView::takeFrame);
    const auto takeTheme = [this, &theme = parts.theme] { m_model->setTheme(theme.theme()); };
    connect(&parts.theme, &ThemeController::changed, this, takeTheme);
    takeTheme();
    takeList();
}

QWidget *ExpectationsView::makeHead()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    const int unit = typography::unit();
    layout->setContentsMargins(3 * unit, unit, 3 * unit, unit);
    layout->setSpacing(unit);
    auto *open = new QToolButton(bar);
    open->setText(tr("Open…"));
    open->setToolTip(tr("Take the expectations of a file"));
    connect(open, &QToolButton::clicked, this, &ExpectationsView::chooseFile);
    m_save->setText(tr("Save as…"));
    m_save->setToolTip(tr("Write them to a file, for --expect; from then on each change is written at once"));
    connect(m_save, &QToolButton::clicked, this, &ExpectationsView::chooseTarget);
    for (QToolButton *button : {open, m_save}) {
        button->setFont(typography::table());
        button->setFixedHeight(typography::rowHeight() + unit);
        layout->addWidget(button);
    }
    m_file->setProperty("role", QStringLiteral("secondary"));
    m_file->setFont(typography::table());
    m_file->setAccessibleName(tr("File of the expectations"));
    layout->addSpacing(unit);
    layout->addWidget(m_file, 1);
    layout->addSpacing(unit);
    m_verdict->setFont(typography::table());
    m_verdict->setAccessibleName(tr("How many are met"));
    layout->addWidget(m_verdict);
    return bar;
}

void ExpectationsView::makeList()
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Expectations"));
    m_list->setMouseTracking(true);
    m_list->setMinimumHeight(2 * typography::rowHeight()); // a row; more would cut off what is said of it
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &name, const QKeySequence &key, auto work) {
        addListAction(*m_list, name, key, this, work);
    };
    add(tr("Go there"), QKeySequence(Qt::Key_Return), &ExpectationsView::goToChosen);
    add(tr("Change…"), QKeySequence(Qt::Key_F2), &ExpectationsView::editChosen);
    add(tr("Expect it no more"), QKeySequence(QKeySequence::Delete), &ExpectationsView::removeChosen);
    add(tr("Copy the command line"), QKeySequence(QKeySequence::Copy), &ExpectationsView::copyCommand);
    connect(m_list, &QListView::doubleClicked, this, &ExpectationsView::editChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ExpectationsView::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ExpectationsView::showChosen);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ExpectationsView::showChosen);
}

void ExpectationsView::makePanel()
{
    const QPushButton *edit = m_panel->addWay(tr("Change…"));
    const QPushButton *remove = m_panel->addWay(tr("Remove"));
    connect(m_go, &QPushButton::clicked, this, &ExpectationsView::goToChosen);
    connect(edit, &QPushButton::clicked, this, &ExpectationsView::editChosen);
    connect(remove, &QPushButton::clicked, this, &ExpectationsView::removeChosen);
}

void ExpectationsView::tell(const Result<void> &done)
{
    emit problem(done ? QString() : words::error(done.error()));
}

void ExpectationsView::setFile(const QString &path)
{
    m_unread = path;
}

void ExpectationsView::readFile()
{
    if (!m_unread.isEmpty())
        openFile(std::exchange(m_unread, QString()));
}

void ExpectationsView::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    if (isInSight)
        readFile();
    takeFrame();
}

void ExpectationsView::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    if (frame.session != m_session) {
        m_session = frame.session;
        m_isStale = true;
        m_check.cancel();
        m_checkError.reset();
        m_model->clearResults();
        showVerdict();
    }
    if (m_isInSight && !frame.isOpening && (m_isStale || frame.size() != m_size))
        checkSoon();
}

void ExpectationsView::takeList()
{
    m_model->setExpectations(m_expectations.all());
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_save->setEnabled(m_model->rowCount() > 0);
    const QString &file = m_expectations.file();
    m_file->setText(file.isEmpty() ? (m_model->rowCount() > 0 ? tr("not saved") : QString())
                                   : QFileInfo(file).fileName());
    m_file->setToolTip(file);
    emit fileChanged(file);
    m_isStale = true;
    showVerdict();
    takeFrame();
}

void ExpectationsView::checkSoon()
{
    if (!m_soon.isActive() && !m_check.isRunning())
        m_soon.start(m_isStale ? soonMs : liveSoonMs);
}

void ExpectationsView::check()
{
    const InspectorFrame &frame = m_source.frame();
    m_isStale = false;
    m_size = frame.size();
    if (!frame.timeline || m_expectations.all().empty()) {
        m_checkError.reset();
        return showVerdict();
    }
    m_check.start([timeline = *frame.timeline, all = m_expectations.all()](
                      const StopFlag &stop) { return checkExpectations(timeline, all, &stop); },
        [this](const CheckResults &results) { takeResults(results); });
}

void ExpectationsView::takeResults(const CheckResults &results)
{
    m_checkError = results ? std::nullopt : std::optional(results.error());
    if (results)
        m_model->setResults(*results);
    showVerdict();
    takeFrame(); // there may be more by now
}

void ExpectationsView::showVerdict()
{
    int checked = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        checked += m_model->rowAt(row).result ? 1 : 0;
    const int missed = m_model->missedCount();
    if (m_checkError)
        m_verdict->setText(tr("not checked"));
    else if (checked == 0)
        m_verdict->clear();
    else
        m_verdict->setText(missed == 0 ? tr("all met") : tr("%1 not met").arg(missed));
    m_verdict->setToolTip(m_checkError ? words::error(*m_checkError) : QString());
    emit missedChanged(missed);
}

void ExpectationsView::showChosen()
{
    const QModelIndex current = m_list->currentIndex();
    m_panel->setVisible(current.isValid());
    if (!current.isValid())
        return;
    const ExpectationModel::Row &row = m_model->rowAt(current.row());
    const QString what = words::text(row.expectation.text());
    const QString outcome = current.data(TwoLineDelegate::SecondLineRole).toString();
    m_panel->setText(what + QLatin1Char('\n') + outcome);
    m_go->setVisible(row.result && row.result->record > 0);
    if (row.result)
        m_go->setText(tr("Go to #%1").arg(words::count(row.result->record)));
    // The panel takes its room from the list only when both are laid out.
    QTimer::singleShot(0, m_list, [this] { m_list->scrollTo(m_list->currentIndex()); });
}

void ExpectationsView::goToChosen()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const auto &result = m_model->rowAt(current.row()).result;
    if (result && result->record > 0)
        m_cursor.goTo(result->record);
}

std::optional<Expectation> ExpectationsView::ask(const Expectation &first, const QString &place)
{
    const WorldState state = m_source.frame().state.world;
    ExpectDialog dialog(
        first, place, [&state](const ValuePath &path) { return valueAt(state, path); }, this);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    const Result<Expectation> asked = dialog.expectation();
    return asked ? std::optional(*asked) : std::nullopt;
}

void ExpectationsView::expect(const ValuePath &path)
{
    readFile(); // or what is added would be without those that are in it
    const InspectorFrame &frame = m_source.frame();
    const JsonValue value = valueAt(frame.state.world, path);
    Expectation first;
    first.path = path;
    first.op = value.isNull() ? Expectation::Operator::Missing : Expectation::Operator::Equals;
    first.value = value;
    const QString place =
        frame.cursor == 0 ? QString() : QString(QLatin1Char('#') + QString::number(frame.cursor));
    if (frame.cursor > 0 && frame.cursor < frame.size())
        first.when = Expectation::At{StopPoint::parse(std::to_string(frame.cursor)).value()};
    if (const auto asked = ask(first, place)) {
        emit revealWanted();
        tell(m_expectations.add(*asked));
        m_list->setCurrentIndex(m_model->index(m_model->rowCount() - 1));
    }
}

void ExpectationsView::editChosen()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    if (const auto asked = ask(m_model->rowAt(row).expectation, QString())) {
        tell(m_expectations.replace(static_cast<std::size_t>(row), *asked));
        m_list->setCurrentIndex(m_model->index(row));
    }
}

void ExpectationsView::removeChosen()
{
    const int row = m_list->currentIndex().row();
    if (row >= 0)
        tell(m_expectations.remove(static_cast<std::size_t>(row)));
}

void ExpectationsView::chooseFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open expectations"), m_expectations.file(), filter());
    if (!path.isEmpty())
        openFile(path);
}

void ExpectationsView::chooseTarget()
{
    const QString name =
        m_expectations.file().isEmpty() ? QStringLiteral("expectations.json") : m_expectations.file();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save expectations"), name, filter());
    if (!path.isEmpty())
        saveFile(path);
}

void ExpectationsView::openFile(const QString &path)
{
    m_unread.clear();
    tell(m_expectations.open(path));
}

void ExpectationsView::saveFile(const QString &path)
{
    tell(m_expectations.saveAs(path));
}

void ExpectationsView::copyCommand() const
{
    QStringList arguments{QStringLiteral("--expect"),
        m_expectations.file().isEmpty() ? QStringLiteral("expectations.json") : m_expectations.file()};
    const SessionSource &source = m_source.frame().source;
    if (source.kind == SessionSource::Kind::File)
        arguments << words::text(source.path);
    else if (source.kind == SessionSource::Kind::Demo)
        arguments << QStringLiteral("--mission") << words::text(source.mission) << QStringLiteral("--seed")
                  << QString::number(source.seed);
    QGuiApplication::clipboard()->setText(shellCommand(QStringLiteral("telemetry-inspector"), arguments));
}

} // namespace inspector
