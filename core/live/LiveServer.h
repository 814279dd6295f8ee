// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/LiveAccess.h"
#include "core/live/LivePeer.h"
#include "core/live/LiveSession.h"
#include "core/live/LiveTopics.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

class QWebSocketServer;

namespace inspector {

/// Lets games attach over a WebSocket of this machine, and records what they send, each session into a file
/// of its own (docs/live-protocol.md). Only receives: nothing that is recorded can be read through it. May be
/// moved to another thread, also while it listens.
class LiveServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveServer)

public:
    struct Options
    {
        LiveAccess access;
        std::vector<std::string> topics = live::defaultTopics();
        /// The file of a session that says hello. The same session gets the same file.
        std::function<std::string(const LiveHello &)> pathFor;
        LivePeer::Limits limits = {};
        int syncMs = 500; ///< between two syncs of what was written
    };

    static constexpr std::size_t mostClients = 4;
    /// Connections, those included that said no hello yet.
    static constexpr std::size_t mostSockets = 2 * mostClients;

    /// `clock` must outlive the server.
    LiveServer(const Clock &clock, Options options);
    /// Tells those that are attached, and makes durable what was written.
    ~LiveServer() override;

    /// Listens on 127.0.0.1, and on ::1 where there is such a thing. `port` 0 is any that is free. Error
    /// `port_in_use`.
    [[nodiscard]] Result<void> listen(std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const;
    /// "ws://127.0.0.1:9777"
    [[nodiscard]] std::string url() const;
    [[nodiscard]] std::size_t clients() const;

    /// Makes durable what was written, as it does by itself now and then.
    void sync();

    /// Asks all that are attached for their whole state now.
    void requestSnapshots();

    /// Other names are wanted, of those that are attached and of those that come.
    void setTopics(std::vector<std::string> topics);

signals:
    /// A session that was not attached yet, or goes on.
    void attached(const inspector::LiveSession &session);
    void recorded(const inspector::LiveSession &session, const inspector::LiveSession::Taken &taken);
    void detached(const inspector::LiveSession &session);
    /// Somebody was turned away, or broke a rule.
    void refused(const inspector::Error &error);
    /// Nothing more is acknowledged until what `error` says is mended; then the page sends it again.
    void writeFailed(const inspector::Error &error);

private:
    void takeConnections(QWebSocketServer &server);
    void greet(LivePeer &peer, const LiveHello &hello);
    void write(LivePeer &peer, const std::vector<LiveRecord> &records);
    void forget(LivePeer &peer);
    [[nodiscard]] LivePeer *peerOf(const std::string &session) const;
    [[nodiscard]] Result<LiveSession *> sessionOf(const LiveHello &hello);

    const Clock &m_clock;
    Options m_options;
    std::vector<std::unique_ptr<QWebSocketServer>> m_servers;
    std::vector<LivePeer *> m_peers; // children
    std::map<std::string, LiveSession> m_sessions;
    QTimer m_syncTimer;
};

} // namespace inspector
