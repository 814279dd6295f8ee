// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/session/ReadReport.h"
#include "core/state/WorldState.h"
#include "ui/common/BackgroundTask.h"

#include <QObject>
#include <QString>

#include <optional>

namespace inspector {

/// Finds out, beside the window's thread, in which state a session, a snapshot or a save ends.
class EndState final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndState)

public:
    struct End
    {
        WorldState state;
        ReadReport report;
    };

    explicit EndState(QObject *parent = nullptr);

    /// found() follows, but for what was asked for before.
    void read(const QString &path);
    void cancel();
    /// What was found last; nothing before.
    [[nodiscard]] const std::optional<Result<End>> &end() const { return m_end; }

    /// The same, at once. Errors: those of SessionInput, SessionReader and StopFlag.
    [[nodiscard]] static Result<End> of(const QString &path, const StopFlag *stop = nullptr);

signals:
    void found(const QString &path);

private:
    std::optional<Result<End>> m_end;
    BackgroundTask<Result<End>> m_reading;
};

} // namespace inspector
