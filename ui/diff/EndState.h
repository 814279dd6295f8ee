// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopFlag.h"
#include "core/session/ReadReport.h"
#include "core/state/WorldState.h"

#include <QObject>
#include <QString>

#include <memory>
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
    /// Stops the reading.
    ~EndState() override;

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
    std::shared_ptr<StopFlag> m_stop; // of the reading that is under way
};

} // namespace inspector
