// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveServer.h"

#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

tl::unexpected<Error> tooManyClients()
{
    return failure("too_many_clients",
        std::to_string(LiveServer::mostClients) + " pages are attached already", "Close one of them.");
}

} // namespace

LiveServer::LiveServer(const Clock &clock, Options options)
    : m_clock(clock)
    , m_options(std::move(options))
    , m_syncTimer(this)
{
    connect(&m_syncTimer, &QTimer::timeout, this, &LiveServer::sync);
    m_syncTimer.setInterval(m_options.syncMs);
}

LiveServer::~LiveServer()
{
    for (LivePeer *peer : std::exchange(m_peers, {})) {
        peer->disconnect(this);
        peer->refuse({"shutting_down", "the inspector was closed", "Start it again."});
    }
    sync();
}

Result<void> LiveServer::listen(std::uint16_t port)
{
    for (const QHostAddress::SpecialAddress address :
        {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6}) {
        auto server = std::make_unique<QWebSocketServer>(
            QStringLiteral("telemetry-inspector"), QWebSocketServer::NonSecureMode, this);
        if (!server->listen(QHostAddress(address), m_servers.empty() ? port : this->port())) {
            if (!m_servers.empty())
                break; // a machine may have no ::1
            return failure("port_in_use",
                "port " + std::to_string(port) +
                    " cannot be listened on: " + server->errorString().toStdString(),
                "Choose another port, or 0 for any that is free.");
        }
        connect(server.get(), &QWebSocketServer::newConnection, this,
            [this, waiting = server.get()] { takeConnections(*waiting); });
        m_servers.push_back(std::move(server));
    }
    return {};
}

std::uint16_t LiveServer::port() const
{
    return m_servers.empty() ? 0 : m_servers.front()->serverPort();
}

std::string LiveServer::url() const
{
    return "ws://127.0.0.1:" + std::to_string(port());
}

std::size_t LiveServer::clients() const
{
    return static_cast<std::size_t>(std::count_if(m_peers.begin(), m_peers.end(),
        [](const LivePeer *peer) { return !peer->session().empty() && !peer->isGoing(); }));
}

void LiveServer::requestSnapshots()
{
    for (LivePeer *peer : m_peers) {
        if (!peer->session().empty())
            peer->send(live::snapshotRequest());
    }
}

void LiveServer::setTopics(std::vector<std::string> topics)
{
    m_options.topics = std::move(topics);
    for (LivePeer *peer : m_peers) {
        if (!peer->session().empty())
            peer->send(live::topicsMessage(m_options.topics));
    }
}

void LiveServer::takeConnections(QWebSocketServer &server)
{
    while (QWebSocket *socket = server.nextPendingConnection()) {
        auto *peer = new LivePeer(socket, m_clock, m_options.limits, this);
        m_peers.push_back(peer);
        connect(peer, &LivePeer::refused, this, &LiveServer::refused);
        connect(peer, &LivePeer::left, this, [this, peer] { forget(*peer); });
        const Result<void> isWelcome =
            LiveAccess::checkHost(peer->host().toStdString())
                .and_then([&] { return m_options.access.checkOrigin(peer->origin().toStdString()); })
                .and_then([&]() -> Result<void> {
                    const auto staying = std::count_if(m_peers.begin(), m_peers.end(),
                        [](const LivePeer *each) { return !each->isGoing(); });
                    if (static_cast<std::size_t>(staying) <= mostSockets)
                        return {};
                    return failure("too_many_clients", "too many connections are open",
                        "Close a page that attaches again and again.");
                });
        if (!isWelcome) {
            peer->refuse(isWelcome.error());
            continue;
        }
        connect(
            peer, &LivePeer::helloCame, this, [this, peer](const LiveHello &hello) { greet(*peer, hello); });
        connect(peer, &LivePeer::recordsCame, this,
            [this, peer](const std::vector<LiveRecord> &records) { write(*peer, records); });
    }
}

void LiveServer::greet(LivePeer &peer, const LiveHello &hello)
{
    if (const auto token = m_options.access.checkToken(hello.token); !token)
        return peer.refuse(token.error());
    // A page that lost its connection comes again before the old one is known to be dead.
    if (LivePeer *before = peerOf(hello.session); before != nullptr)
        before->refuse({"superseded", "the same page attached again", {}});
    // Only now: a page that lost its connection is no further one.
    if (clients() >= mostClients)
        return peer.refuse(tooManyClients().value());
    const Result<LiveSession *> session = sessionOf(hello);
    if (!session) {
        emit writeFailed(session.error());
        return peer.refuse({"shutting_down", session.error().message, session.error().remedy});
    }
    // Not before: Qt forgets what it notes of a timer that moves to a thread which ends at once.
    if (!m_syncTimer.isActive())
        m_syncTimer.start();
    const std::uint64_t last = (*session)->lastSeq();
    peer.welcome(hello, m_options.topics, last);
    if (hello.resumeFrom.value_or(1) > last + 1) {
        // What came before went to another file, or nowhere: the state is not known until the page tells it.
        (*session)->noteGap(m_clock.nowMs());
        peer.send(live::snapshotRequest());
    }
    emit attached(**session);
}

Result<LiveSession *> LiveServer::sessionOf(const LiveHello &hello)
{
    if (const auto known = m_sessions.find(hello.session); known != m_sessions.end())
        return known->second.reopen(hello).map([&] { return &known->second; });
    return LiveSession::open(hello, m_options.pathFor(hello), m_clock.nowMs()).map([&](LiveSession session) {
        return &m_sessions.emplace(hello.session, std::move(session)).first->second;
    });
}

void LiveServer::write(LivePeer &peer, const std::vector<LiveRecord> &records)
{
    const auto session = m_sessions.find(peer.session());
    if (session == m_sessions.end())
        return;
    const Result<LiveSession::Taken> taken = session->second.take(records);
    if (!taken) {
        emit writeFailed(taken.error());
        // It comes again, with all that was not acknowledged: going on here would leave these records out.
        return peer.refuse({"shutting_down", taken.error().message, taken.error().remedy});
    }
    peer.acknowledge(session->second.lastSeq());
    emit recorded(session->second, *taken);
}

void LiveServer::forget(LivePeer &peer)
{
    m_peers.erase(std::remove(m_peers.begin(), m_peers.end(), &peer), m_peers.end());
    peer.deleteLater();
    const auto session = m_sessions.find(peer.session());
    if (session == m_sessions.end() || peerOf(peer.session()) != nullptr)
        return;
    // A page that is loaded again is another session: files that stayed open would be as many as loads.
    if (const auto closed = session->second.close(); !closed)
        emit writeFailed(closed.error());
    emit detached(session->second);
}

LivePeer *LiveServer::peerOf(const std::string &session) const
{
    const auto found = std::find_if(m_peers.begin(), m_peers.end(), [&](const LivePeer *peer) {
        return !session.empty() && !peer->isGoing() && peer->session() == session;
    });
    return found == m_peers.end() ? nullptr : *found;
}

void LiveServer::sync()
{
    for (auto &[id, session] : m_sessions) {
        if (const auto synced = session.sync(); !synced)
            emit writeFailed(synced.error());
    }
}

} // namespace inspector
