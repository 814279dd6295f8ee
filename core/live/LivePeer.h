// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/live/LiveProtocol.h"
#include "core/live/LiveRate.h"

#include <QObject>
#include <QTimer>

class QWebSocket;

namespace inspector {

/// One connection: turns its messages into a hello and records, and keeps it to the rules of the protocol.
/// Whoever breaks them is told why, and goes.
class LivePeer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LivePeer)

public:
    /// Durations in ms, but for `recordsPerSecond`.
    struct Limits
    {
        int helloMs = 5'000;    ///< from the connection to the hello
        int pingMs = 10'000;    ///< between two pings
        int idleMs = 30'000;    ///< without a sign of life
        int farewellMs = 2'000; ///< for the peer to close, once it was told to
        double recordsPerSecond = 20'000;
    };

    /// Takes over an open socket. `clock` must outlive it.
    LivePeer(QWebSocket *socket, const Clock &clock, const Limits &limits, QObject *parent = nullptr);

    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString host() const;
    /// The session, once the hello was welcomed; empty before.
    [[nodiscard]] const std::string &session() const { return m_session; }
    /// It was told to go, and is not counted any more.
    [[nodiscard]] bool isGoing() const { return m_isGoing; }

    void welcome(const LiveHello &hello, const std::vector<std::string> &topics, std::uint64_t ackedSeq);
    /// The records up to `seq` are in the file. Told to the peer at once, or once its rate allows it.
    void acknowledge(std::uint64_t seq);
    void send(const std::string &message);
    /// Says why, and closes.
    void refuse(const Error &error);

signals:
    void helloCame(const inspector::LiveHello &hello);
    void recordsCame(const std::vector<inspector::LiveRecord> &records);
    /// It broke a rule, and is going.
    void refused(const inspector::Error &error);
    /// It is gone, whoever closed.
    void left();

private:
    void takeText(const QString &text);
    void checkLife();
    void sendAck();
    void noteLife();
    void noteEnd();

    QWebSocket *m_socket;
    const Clock &m_clock;
    const Limits m_limits;
    LiveRate m_rate;
    QTimer m_helloTimer, m_pingTimer, m_ackTimer;
    std::string m_session;
    std::uint64_t m_written = 0; // seq of the last record in the file
    bool m_isAckDue = false;
    std::uint64_t m_unacked = 0; // records that came since the last acknowledgement
    std::int64_t m_heardAtNs = 0;
    bool m_isGoing = false;
};

} // namespace inspector
