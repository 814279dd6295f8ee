// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exporting/ExportChoice.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace inspector {

class ExportPreview;
struct ExportTarget;
class ExportResults;
class ExportRunner;
class FrameSource;
class SessionCursor;
class ThemeController;

/// What is exported, where to, and what came of it. The files are those that the same choice makes by
/// `--export`.
class ExportPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportPanel)

public:
    /// All must outlive it.
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        const NamedCatalogue &catalogue;
    };

    explicit ExportPanel(const Parts &parts, QWidget *parent = nullptr);

    void setChoice(const ExportChoice &choice);
    [[nodiscard]] ExportChoice choice() const;

    /// Exports as it is chosen; again, where it was done before.
    void exportNow();
    /// The same of the report alone, whatever formats are chosen.
    void reportNow();
    /// The command that makes the same files.
    [[nodiscard]] QString commandLine() const;

signals:
    void choiceChanged();
    /// Why the last export did not do all that it was to; empty where it did, or one begins.
    void problemChanged(const QString &text);
    /// What the pipeline tells on its bus.
    void told(const inspector::Event &event);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeFolderRow();
    void chooseFolder();
    void run(const ExportChoice &chosen);
    void copyCommandLine();
    [[nodiscard]] ExportTarget target(const ExportChoice &chosen) const;
    void cancel();
    void takeFrame();
    void makePreview();
    void showProgress();
    void showOutcome();
    [[nodiscard]] ExportChoice::Session session() const;
    [[nodiscard]] TimeMs now() const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    const NamedCatalogue &m_catalogue;
    ExportRunner *m_runner;
    ExportPreview *m_maker; // of the preview
    QComboBox *m_scope, *m_handOver;
    std::vector<std::pair<ArtifactFormat, QCheckBox *>> m_formats;
    QLineEdit *m_prefix, *m_folder;
    QCheckBox *m_gzip, *m_guard, *m_overwrite;
    QPushButton *m_export, *m_report, *m_copyCommand;
    QLabel *m_status;
    QProgressBar *m_progress;
    QPlainTextEdit *m_preview;
    ExportResults *m_results;
    QTimer m_tick;
    QTimer m_previewTimer;
    bool m_wasStopped = false;                              // the export that runs, by hand
    TimeMs m_exportedAt = 0;                                // of the last export, for its command line
    std::uint64_t m_exportedSession = 0, m_exportedEnd = 0; // where a session that goes on was cut for it
};

} // namespace inspector
