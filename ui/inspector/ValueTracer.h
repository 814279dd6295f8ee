// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ValueHistory.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace inspector {

class FrameSource;
class SessionCursor;

/// How the values that somebody looks at came to be what they are at the cursor. Asks the engine while the
/// cursor moves, but not for every place that it passes.
class ValueTracer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueTracer)

public:
    static constexpr std::size_t mostChanges = 32; ///< of each value

    /// Both must outlive it.
    ValueTracer(FrameSource &source, SessionCursor &cursor, QObject *parent = nullptr);

    /// Which values; traced() follows.
    void setPaths(std::vector<ValuePath> paths);
    /// While nobody looks, nothing is asked.
    void setActive(bool isActive);

    /// What is known of a value at the cursor; nullptr where nothing is.
    [[nodiscard]] const ValueHistory *historyOf(const ValuePath &path) const;

signals:
    void traced();

private:
    void askSoon();
    void ask();
    void take();
    void clear();
    [[nodiscard]] bool mayHaveChanged() const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    std::vector<ValuePath> m_paths;
    std::shared_ptr<const std::vector<ValueHistory>> m_histories;
    QTimer m_timer;
    std::uint64_t m_request = 0;
    std::uint64_t m_askedSize = 0; // of the session, when it was asked
    bool m_isActive = false;
    bool m_isWaiting = false;
    bool m_isStale = false; // what is known, or was asked for
};

} // namespace inspector
