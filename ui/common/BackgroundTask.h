// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace inspector {

/// Work beside the window's thread, of which only what was asked for last counts. For the window's thread.
template <class Value>
class BackgroundTask
{
public:
    /// Looks at the flag now and then, and stops early where it is set.
    using Work = std::function<Value(const StopFlag &stop)>;
    using Done = std::function<void(Value value)>;

    /// The pool must outlive it.
    explicit BackgroundTask(QThreadPool &pool = *QThreadPool::globalInstance())
        : m_pool(pool)
    {}
    BackgroundTask(const BackgroundTask &) = delete;
    BackgroundTask &operator=(const BackgroundTask &) = delete;
    /// Nothing is told after this.
    ~BackgroundTask() { cancel(); }

    /// Forgets what was asked for before. `done` is called on the window's thread; `work` must not touch what
    /// belongs to it.
    void start(Work work, Done done)
    {
        cancel();
        m_stop = std::make_shared<StopFlag>();
        m_pool.start([this, stop = m_stop, work = std::move(work), done = std::move(done)]() mutable {
            if (stop->isRequested())
                return; // others wait for the thread
            auto value = std::make_shared<Value>(work(*stop));
            // `this` may be gone by then, but then the flag is set.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), [this, stop, value, done = std::move(done)] {
                    if (stop->isRequested())
                        return;
                    m_stop.reset();
                    done(std::move(*value));
                });
        });
    }

    void cancel()
    {
        if (m_stop != nullptr)
            m_stop->request();
        m_stop.reset();
    }

    [[nodiscard]] bool isRunning() const { return m_stop != nullptr; }

private:
    QThreadPool &m_pool;
    std::shared_ptr<StopFlag> m_stop; // of the work that is under way
};

} // namespace inspector
