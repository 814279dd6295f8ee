// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/live/LiveAccess.h"
#include "core/live/LiveTopics.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <memory>
#include <string>
#include <vector>

namespace inspector {

class LiveServer;
class LiveSession;

/// Lets games attach to the window: a LiveServer on a thread of its own, so that writing and syncing their
/// records never makes the window wait, and what it told last.
class LiveAttach final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveAttach)

public:
    /// A load of a game's page.
    struct Session
    {
        QString id, game, path;
        quint64 records = 0;
        bool isAttached = false;
        quint64 earlier = 0; ///< of the records, before it was turned off last

        friend bool operator==(const Session &, const Session &) = default;
    };

    /// `folder` is where sessions and the token go. `clock` must outlive it, and be good for several threads.
    LiveAttach(const Clock &clock, QString folder, QObject *parent = nullptr);
    /// Ends the recordings; what was recorded is on the disk.
    ~LiveAttach() override;

    static constexpr quint16 usualPort = 9777;

    /// Who may attach besides pages of this machine, from the next turnOn() on. A token in it is taken
    /// instead of the one that is kept in the folder, and is not kept.
    void setAccess(const LiveAccess &access) { m_access = access; }

    /// Listens on the usual port, or on any that is free. What is in the way is told by problemChanged().
    void turnOn();
    void turnOff();
    [[nodiscard]] bool isOn() const { return m_server != nullptr; }
    [[nodiscard]] const QString &url() const { return m_url; }
    [[nodiscard]] const QString &token() const { return m_token; }
    /// The lines that a page takes in.
    [[nodiscard]] QString snippet() const;
    void renewToken();
    void requestSnapshots();

    /// Patterns of the names of events that pages shall forward, now and from the next turnOn() on.
    void setTopics(std::vector<std::string> topics);
    [[nodiscard]] const std::vector<std::string> &topics() const { return m_topics; }

    /// In the order in which they came.
    [[nodiscard]] const std::vector<Session> &sessions() const { return m_sessions; }
    /// Why somebody was turned away last, and what to do about it; empty where nobody was.
    [[nodiscard]] const QString &refusal() const { return m_refusal; }

signals:
    void changed();
    /// A page attached whose session is new.
    void attached(const QString &path);
    /// Why nothing is recorded; empty once it is again.
    void problemChanged(const QString &text);

private:
    void start(const QString &token);
    void take(const Session &session, bool isCurrent, bool isWritten);
    void fail(const Error &error);

    const Clock &m_clock;
    const QString m_folder;
    LiveAccess m_access;
    std::vector<std::string> m_topics = live::defaultTopics();
    QThread m_thread;
    LiveServer *m_server = nullptr; // lives in the thread
    QString m_url, m_token, m_refusal, m_problem;
    int m_start = 0; // counts the servers
    std::vector<Session> m_sessions;
};

} // namespace inspector
