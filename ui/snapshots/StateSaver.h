// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/session/ReplayState.h"

#include <QObject>
#include <QString>

#include <functional>
#include <thread>

namespace inspector {

/// Saves a state beside the window, one at a time: into a slot, by the SaveManager, or as a snapshot into a
/// file.
class StateSaver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateSaver)

public:
    /// `clock` must outlive it.
    explicit StateSaver(const Clock &clock, QObject *parent = nullptr);
    /// Waits for what is being saved.
    ~StateSaver() override;

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// `name` is the slot's as it was typed. The oldest slot may have to go for it; saved() says so.
    void saveToSlot(const ReplayState &state, const QString &slotFolder, const QString &name);
    void saveToFile(const ReplayState &state, const QString &path);

signals:
    void saved(const QString &message);
    void failed(const QString &message);

private:
    void run(std::function<Result<QString>()> work);

    const Clock &m_clock;
    bool m_isRunning = false;
    std::jthread m_thread; // last: it uses the others
};

} // namespace inspector
