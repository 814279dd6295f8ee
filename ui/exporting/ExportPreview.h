// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/InspectorArtifacts.h"
#include "core/publish/CiProvider.h"
#include "core/session/ReadReport.h"
#include "core/session/SessionTimeline.h"
#include "ui/exporting/ExportTarget.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace inspector {

/// Makes the names and first lines of what an export would write, beside the window's thread.
class ExportPreview final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportPreview)

public:
    struct Input
    {
        SessionTimeline timeline;
        ExportTarget target;
        TimeMs generatedAt = 0;
        InspectorArtifactOptions options; ///< `read`, `problems` and `tracks` are those below
        std::shared_ptr<const ReadReport> report;
        std::shared_ptr<const std::vector<Problem>> problems;
        std::shared_ptr<const SessionTracks> tracks;
        QString folder;
        std::optional<CiProvider> handOver;
    };

    explicit ExportPreview(QObject *parent = nullptr);
    /// Waits for the one that is being made.
    ~ExportPreview() override;

    /// Asks for a preview. Of several that are asked for while one is made, the last one follows.
    void make(Input input);

    /// Nothing is made of what was asked for.
    void drop();

    /// The same, at once.
    [[nodiscard]] static QString textOf(const Input &input);

signals:
    void made(const QString &text);

private:
    void takeMade();

    QFutureWatcher<QString> m_watcher;
    std::optional<Input> m_next;
    bool m_isWanted = false; // what is being made
};

} // namespace inspector
