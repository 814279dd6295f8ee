// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/ExportPanel.h"

#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ShellCommand.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/exporting/ExportPreview.h"
#include "ui/exporting/ExportResults.h"
#include "ui/exporting/ExportRunner.h"
#include "ui/exporting/ExportTarget.h"
#include "ui/exporting/OutcomeWords.h"
#include "ui/exporting/PublishPlan.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

QString defaultFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents.isEmpty() ? QDir::homePath() : documents)
        .filePath(QStringLiteral("telemetry-artifacts"));
}

} // namespace

ExportPanel::ExportPanel(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_source(parts.source)
    , m_cursor(parts.cursor)
    , m_catalogue(parts.catalogue)
    , m_runner(new ExportRunner(m_source.clock(), this))
    , m_maker(new ExportPreview(this))
    , m_scope(new QComboBox(this))
    , m_handOver(new QComboBox(this))
    , m_prefix(new QLineEdit(this))
    , m_folder(new QLineEdit(this))
    , m_gzip(new QCheckBox(tr("Pack by gzip"), this))
    , m_guard(new QCheckBox(tr("Guard CSV against formulas"), this))
    , m_overwrite(new QCheckBox(tr("Overwrite what is there"), this))
    , m_export(new QPushButton(tr("Export"), this))
    , m_report(new QPushButton(tr("Report"), this))
    , m_copyCommand(new QPushButton(tr("Copy command line"), this))
    , m_status(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_preview(new QPlainTextEdit(this))
    , m_results(new ExportResults(this))
{
    constexpr int tickMs = 100;
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(3 * unit, unit, 3 * unit, 3 * unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(makeForm());
    auto *buttons = new QHBoxLayout;
    m_export->setProperty("role", QStringLiteral("primary"));
    m_export->setToolTip(tr("Export (Ctrl+E shows this panel, Ctrl+Shift+E exports again)"));
    buttons->addWidget(m_export);
    m_report->setToolTip(tr("Write one page with tables and plots, to read, print and hand over (Ctrl+R)"));
    buttons->addWidget(m_report);
    buttons->addWidget(m_copyCommand);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    m_status->setObjectName(QStringLiteral("exportStatus"));
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_status);
    m_progress->setTextVisible(false);
    m_progress->hide();
    layout->addWidget(m_progress);
    m_preview->setReadOnly(true);
    m_preview->setFont(typography::fixed());
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setAccessibleName(tr("Preview of the files"));
    m_preview->setProperty("role", QStringLiteral("quiet"));
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_results, 1);
    connect(
        m_export, &QPushButton::clicked, this, [this] { m_runner->isRunning() ? cancel() : exportNow(); });
    connect(m_report, &QPushButton::clicked, this, &ExportPanel::reportNow);
    connect(m_copyCommand, &QPushButton::clicked, this, &ExportPanel::copyCommandLine);
    connect(m_maker, &ExportPreview::made, m_preview, &QPlainTextEdit::setPlainText);
    connect(m_runner, &ExportRunner::finished, this, &ExportPanel::showOutcome);
    connect(m_runner, &ExportRunner::told, this, &ExportPanel::told);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &ExportPanel::showProgress);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(tickMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &ExportPanel::makePreview);
    connect(&m_source, &FrameSource::frameChanged, this, &ExportPanel::takeFrame);
    connect(this, &ExportPanel::choiceChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(this, &ExportPanel::choiceChanged, this, [this] { m_exportedSession = 0; });
    connect(&parts.theme, &ThemeController::changed, this,
        [this, &theme = parts.theme] { m_results->setTheme(theme.theme()); });
    m_results->setTheme(parts.theme.theme());
    setChoice({});
    takeFrame();
}

QWidget *ExportPanel::makeForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QFormLayout(form);
    const int unit = typography::unit();
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(3 * unit);
    layout->setVerticalSpacing(unit);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_scope->addItems({tr("The state at the end"), tr("The state at the cursor"),
        tr("The snapshot at or before the cursor"), tr("Every snapshot")});
    layout->addRow(tr("What"), m_scope);
    auto *formats = new QWidget(form);
    auto *grid = new QGridLayout(formats);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(unit / 2);
    std::vector<ArtifactFormat> offered = allArtifactFormats();
    offered.push_back(ArtifactFormat::Report);
    offered.push_back(ArtifactFormat::Plots);
    for (const ArtifactFormat format : offered) {
        auto *box = new QCheckBox(words::text(formatName(format)), formats);
        const auto place = static_cast<int>(m_formats.size());
        grid->addWidget(box, place / 2, place % 2);
        m_formats.emplace_back(format, box);
        connect(box, &QCheckBox::toggled, this, &ExportPanel::choiceChanged);
    }
    layout->addRow(tr("Formats"), formats);
    layout->addRow(tr("Prefix"), m_prefix);
    layout->addRow(tr("Folder"), makeFolderRow());
    for (QCheckBox *box : {m_gzip, m_guard, m_overwrite}) {
        layout->addRow(QString(), box);
        connect(box, &QCheckBox::toggled, this, &ExportPanel::choiceChanged);
    }
    layout->addRow(tr("Hand over"), m_handOver);
    m_handOver->addItem(tr("Whoever runs the job"));
    m_handOver->setToolTip(tr("Whose job is planned for. Nothing is handed over from here."));
    for (const CiProvider provider : allProviders())
        m_handOver->addItem(providerTitle(provider), static_cast<int>(provider));
    connect(m_handOver, &QComboBox::currentIndexChanged, this, &ExportPanel::choiceChanged);
    m_prefix->setFont(typography::fixed());
    m_prefix->setAccessibleName(tr("Prefix of the file names"));
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ExportPanel::choiceChanged);
    connect(m_prefix, &QLineEdit::textChanged, this, &ExportPanel::choiceChanged);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportPanel::choiceChanged);
    return form;
}

QWidget *ExportPanel::makeFolderRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(typography::unit());
    m_folder->setFont(typography::fixed());
    m_folder->setAccessibleName(tr("Folder of the files"));
    auto *choose = new QPushButton(tr("…"), row);
    choose->setAccessibleName(tr("Choose a folder"));
    choose->setFixedWidth(typography::controlHeight());
    connect(choose, &QPushButton::clicked, this, &ExportPanel::chooseFolder);
    layout->addWidget(m_folder, 1);
    layout->addWidget(choose);
    return row;
}

void ExportPanel::setChoice(const ExportChoice &choice)
{
    m_scope->setCurrentIndex(static_cast<int>(choice.scope));
    for (const auto &[format, box] : m_formats)
        box->setChecked(
            std::find(choice.formats.begin(), choice.formats.end(), format) != choice.formats.end());
    m_prefix->setText(choice.prefix);
    m_folder->setText(choice.folder.isEmpty() ? defaultFolder() : choice.folder);
    m_gzip->setChecked(choice.gzip);
    m_guard->setChecked(choice.guardCsvFormulas);
    m_overwrite->setChecked(choice.overwrite);
    const int handOver = choice.handOver ? m_handOver->findData(static_cast<int>(*choice.handOver)) : 0;
    m_handOver->setCurrentIndex(std::max(handOver, 0));
}

ExportChoice ExportPanel::choice() const
{
    ExportChoice choice;
    choice.scope = static_cast<ExportChoice::Scope>(m_scope->currentIndex());
    choice.formats.clear();
    for (const auto &[format, box] : m_formats) {
        if (box->isChecked())
            choice.formats.push_back(format);
    }
    choice.prefix = m_prefix->text();
    choice.folder = m_folder->text();
    choice.gzip = m_gzip->isChecked();
    choice.guardCsvFormulas = m_guard->isChecked();
    choice.overwrite = m_overwrite->isChecked();
    if (const QVariant provider = m_handOver->currentData(); provider.isValid())
        choice.handOver = static_cast<CiProvider>(provider.toInt());
    return choice;
}

ExportChoice::Session ExportPanel::session() const
{
    const InspectorFrame &frame = m_source.frame();
    ExportChoice::Session session{frame.source, m_cursor.number(), 0, m_catalogue, 0};
    if (frame.isCut || frame.hasGrown)
        session.end = m_exportedSession == frame.session ? m_exportedEnd : frame.size();
    for (const SessionTracks::Landmark &snapshot : frame.tracks->snapshots)
        session.snapshot += snapshot.number <= session.cursor ? 1 : 0;
    return session;
}

TimeMs ExportPanel::now() const
{
    return m_exportedAt > 0 ? m_exportedAt : m_source.clock().nowMs();
}

QString ExportPanel::commandLine() const
{
    return shellCommand(QStringLiteral("telemetry-inspector"), choice().arguments(session(), now()));
}

void ExportPanel::copyCommandLine()
{
    const QString reason = target(choice()).hindrance;
    if (!reason.isEmpty())
        return m_status->setText(reason);
    QGuiApplication::clipboard()->setText(commandLine());
}

void ExportPanel::exportNow()
{
    run(choice());
}

void ExportPanel::reportNow()
{
    ExportChoice chosen = choice();
    chosen.formats = {ArtifactFormat::Report};
    chosen.gzip = false; // no browser opens it otherwise
    run(chosen);
}

void ExportPanel::run(const ExportChoice &chosen)
{
    if (m_runner->isRunning() || m_source.frame().source.kind == SessionSource::Kind::None)
        return;
    if (const QString reason = target(chosen).hindrance; !reason.isEmpty())
        return m_status->setText(reason);
    emit problemChanged({});
    m_exportedAt = m_source.clock().nowMs();
    m_exportedSession = m_source.frame().session;
    m_exportedEnd = m_source.frame().size();
    m_previewTimer.start(); // its names hold the time
    m_export->setText(tr("Cancel"));
    m_report->setEnabled(false);
    m_status->setText(tr("Exporting…"));
    m_progress->setRange(0, 0);
    m_progress->show();
    m_tick.start();
    m_runner->start(chosen.request(session()), chosen.publishing(session()), m_exportedAt);
}

ExportTarget ExportPanel::target(const ExportChoice &chosen) const
{
    const InspectorFrame &frame = m_source.frame();
    ExportTarget target = ExportTarget::of(chosen, session(), *frame.tracks, frame.size());
    // An export reads what now has the name, which is not what is shown. What is damaged is read the same
    // again.
    if (frame.notice && frame.notice->code == "input_changed")
        target.hindrance = tr("%1. Save the session (Ctrl+S) and export that, or read the file again (F5).")
                               .arg(words::text(frame.notice->message));
    return target;
}

void ExportPanel::cancel()
{
    m_wasStopped = true; // which is no problem of anybody
    m_runner->cancel();
}

void ExportPanel::showProgress()
{
    const ExportProgress::Sample sample = m_runner->progress();
    if (sample.bytes == 0)
        return;
    constexpr int whole = 1000;
    m_progress->setRange(0, whole);
    m_progress->setValue(static_cast<int>(static_cast<double>(whole) * static_cast<double>(sample.bytesDone) /
                                          static_cast<double>(sample.bytes)));
    m_status->setText(tr("Exporting, %1 records").arg(words::count(sample.records)));
}

void ExportPanel::showOutcome()
{
    const ExportOutcome &outcome = m_runner->outcome();
    m_tick.stop();
    m_progress->hide();
    m_export->setText(tr("Export"));
    m_report->setEnabled(true);
    const OutcomeWords told = OutcomeWords::of(outcome);
    const bool wasStopped = std::exchange(m_wasStopped, false);
    emit problemChanged(wasStopped ? QString() : told.problems);
    m_status->setText(
        told.problems.isEmpty() ? told.summary : told.problems + QLatin1Char('\n') + told.summary);
    m_results->setFiles(told.files, words::text(outcome.artifactDir));
}

void ExportPanel::takeFrame()
{
    m_export->setEnabled(m_source.frame().size() > 0);
    m_report->setEnabled(m_source.frame().size() > 0 && !m_runner->isRunning());
    m_copyCommand->setEnabled(m_source.frame().size() > 0);
    if (isVisible())
        m_previewTimer.start();
}

void ExportPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_previewTimer.start();
}

void ExportPanel::makePreview()
{
    const InspectorFrame &frame = m_source.frame();
    const ExportChoice chosen = choice();
    m_maker->drop();
    if (frame.size() == 0 || !isVisible())
        return m_preview->setPlainText(tr("The names and first lines of the files are shown here."));
    const ExportTarget target = this->target(chosen);
    if (!target.hindrance.isEmpty())
        return m_preview->setPlainText(target.hindrance);
    InspectorArtifactOptions options;
    options.formats = chosen.formats;
    options.prefix = chosen.prefix.toStdString();
    options.catalogue = &m_source.catalogue();
    options.csvFormulas = chosen.guardCsvFormulas ? CsvFormulas::Guarded : CsvFormulas::AsTheyAre;
    options.gzip = chosen.gzip;
    options.input = frame.source.path;
    m_maker->make({*frame.timeline, target, now(), options, frame.report, frame.problems, frame.tracks,
        chosen.folder, chosen.handOver});
}

void ExportPanel::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of the files"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

} // namespace inspector
