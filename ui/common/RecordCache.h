// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/RecordDetails.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <set>

namespace inspector {

class FrameSource;

/// What records hold and changed, for those who show them: asks the engine for what is missing, all that is
/// wanted at one moment in one request, and keeps the newest.
class RecordCache final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordCache)

public:
    /// `source` must outlive it.
    explicit RecordCache(FrameSource &source, QObject *parent = nullptr);

    /// What is known of record #`number`; where that is nothing, it is asked for, and arrived() follows.
    [[nodiscard]] const RecordDetails *details(std::uint64_t number);

signals:
    void arrived();

private:
    void ask();
    void take();
    void clear();

    FrameSource &m_source;
    QHash<quint64, RecordDetails> m_known;
    std::deque<std::uint64_t> m_order; // those known, the oldest first
    std::size_t m_bytes = 0;           // of their lines
    std::set<std::uint64_t> m_wanted;
    QTimer m_timer;
    std::uint64_t m_request = 0;
    bool m_isWaiting = false;
};

} // namespace inspector
