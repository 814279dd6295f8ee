// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"
#include "core/bundle/BugBundle.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace inspector {

/// Saves a session beside the window, one at a time.
class SessionSaver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionSaver)

public:
    explicit SessionSaver(QObject *parent = nullptr);
    /// Gives up what it is saving; the file that was there is untouched.
    ~SessionSaver() override;

    /// Does nothing while one is being saved.
    void save(const SessionTimeline &timeline, std::vector<UserMarker> markers, const QString &path,
        SessionCut cut = {});
    /// The same with a bug bundle.
    void saveBundle(const BugBundle &bundle, const QString &path);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

signals:
    void saved(const QString &path);
    void failed(const QString &message);

private:
    void start(const QString &path, std::function<Result<void>()> work);
    void end();

    QString m_path;
    std::optional<Error> m_error;
    StopFlag m_stop;
    bool m_isRunning = false;
    std::jthread m_thread; // last: it uses the others
};

} // namespace inspector
