// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LivePeer.h"

#include <QNetworkRequest>
#include <QWebSocket>

#include <utility>

namespace inspector {

namespace {

constexpr std::int64_t nsPerMs = 1'000'000;
constexpr int ackRetryMs = 20;
// A peer that does not read leaves acknowledgements in memory; only the last one counts.
constexpr qint64 mostUnsentBytes = qint64{64} * 1024;
constexpr const char *ownBridge = "Use the bridge that this tool writes (--write-bridge).";
constexpr const char *comesAgain = "Its bridge comes again by itself; if it does not, reload the page.";

Error tooLarge()
{
    return {"bad_message", "a message is larger than 4 MiB", ownBridge};
}

} // namespace

LivePeer::LivePeer(QWebSocket *socket, const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_clock(clock)
    , m_limits(limits)
    , m_rate(limits.recordsPerSecond)
    , m_heardAtNs(clock.monotonicNs())
{
    m_socket->setParent(this);
    // Qt closes without a word what is larger; up to here the page is told why.
    m_socket->setMaxAllowedIncomingFrameSize(2 * live::mostMessageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(2 * live::mostMessageBytes);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &LivePeer::takeText);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this] {
        refuse({"bad_message", "a message is binary", ownBridge});
    });
    connect(m_socket, &QWebSocket::pong, this, &LivePeer::noteLife);
    connect(m_socket, &QWebSocket::disconnected, this, &LivePeer::noteEnd);
    m_helloTimer.setSingleShot(true);
    connect(&m_helloTimer, &QTimer::timeout, this, [this] {
        refuse({"idle", "there was no hello", ownBridge});
    });
    m_helloTimer.start(m_limits.helloMs);
    connect(&m_pingTimer, &QTimer::timeout, this, &LivePeer::checkLife);
    m_pingTimer.start(m_limits.pingMs);
    m_ackTimer.setSingleShot(true);
    connect(&m_ackTimer, &QTimer::timeout, this, &LivePeer::sendAck);
}

QString LivePeer::origin() const
{
    return m_socket->origin();
}

QString LivePeer::host() const
{
    return QString::fromLatin1(m_socket->request().rawHeader("host"));
}

void LivePeer::noteLife()
{
    m_heardAtNs = m_clock.monotonicNs();
}

/// Qt closes by itself what it cannot take, and tells the page no more than a number.
void LivePeer::noteEnd()
{
    if (!std::exchange(m_isGoing, true)) {
        if (m_socket->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData)
            emit refused(tooLarge());
        else if (m_socket->closeCode() == QWebSocketProtocol::CloseCodeWrongDatatype)
            emit refused({"bad_message", "a message is no valid UTF-8", ownBridge});
        else if (m_socket->closeCode() == QWebSocketProtocol::CloseCodeProtocolError)
            emit refused({"bad_message", "a frame is none of WebSockets", ownBridge});
    }
    emit left();
}

void LivePeer::takeText(const QString &text)
{
    if (m_isGoing)
        return;
    noteLife();
    const QByteArray message = text.toUtf8();
    const std::string_view bytes(message.constData(), static_cast<std::size_t>(message.size()));
    if (bytes.size() > live::mostMessageBytes)
        return refuse(tooLarge());
    if (m_session.empty()) {
        const Result<LiveHello> hello = live::readHello(bytes);
        if (!hello)
            return refuse(hello.error());
        emit helloCame(*hello);
        return;
    }
    const Result<std::vector<LiveRecord>> records = live::readRecords(bytes);
    if (!records)
        return refuse(records.error());
    m_rate.take(records->size(), m_clock.monotonicNs());
    m_unacked += records->size();
    // Twice the window: the peer counts what it sent, and an acknowledgement may be on its way to it.
    if (m_unacked > 2 * live::window + records->size())
        return refuse({"rate", "the page sends more than may be under way", ownBridge});
    emit recordsCame(*records);
}

void LivePeer::welcome(const LiveHello &hello, const std::vector<std::string> &topics, std::uint64_t ackedSeq)
{
    m_helloTimer.stop();
    m_session = hello.session;
    send(live::welcomeMessage(hello.session, topics, ackedSeq));
}

void LivePeer::acknowledge(std::uint64_t seq)
{
    m_written = seq;
    m_isAckDue = true;
    if (!m_ackTimer.isActive())
        sendAck();
}

void LivePeer::sendAck()
{
    if (m_isGoing || !m_isAckDue)
        return;
    if (!m_rate.isFree(m_clock.monotonicNs()) || m_socket->bytesToWrite() > mostUnsentBytes) {
        m_ackTimer.start(ackRetryMs);
        return;
    }
    m_isAckDue = false;
    m_unacked = 0;
    send(live::ackMessage(m_written));
}

void LivePeer::send(const std::string &message)
{
    m_socket->sendTextMessage(QString::fromStdString(message));
}

void LivePeer::checkLife()
{
    if (m_clock.monotonicNs() - m_heardAtNs > m_limits.idleMs * nsPerMs)
        return refuse({"idle", "the page gave no sign of life", comesAgain});
    if (m_socket->bytesToWrite() <= mostUnsentBytes)
        m_socket->ping();
}

void LivePeer::refuse(const Error &error)
{
    if (m_isGoing)
        return;
    m_isGoing = true;
    m_helloTimer.stop();
    m_pingTimer.stop();
    m_ackTimer.stop();
    constexpr qsizetype longestReason = 120; // bytes that a close frame has room for
    send(live::errorMessage(error));
    m_socket->close(
        QWebSocketProtocol::CloseCodePolicyViolated, QString::fromStdString(error.code).left(longestReason));
    // One that does not answer would stay for ever.
    QTimer::singleShot(m_limits.farewellMs, this, [this] { m_socket->abort(); });
    emit refused(error);
}

} // namespace inspector
