// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/live/LiveServerHarness.h"

#include <QTcpSocket>

namespace inspector::live_test {

/// A peer that speaks the protocol of WebSockets (RFC 6455) byte by byte, as no browser would.
class RawPeer
{
public:
    enum Opcode : unsigned char
    {
        Continuation = 0x00,
        Text = 0x01,
        Final = 0x80,
    };

    /// Asks to be upgraded, under a name of the machine.
    explicit RawPeer(Server &server, const QByteArray &host = "127.0.0.1")
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), server.server().port());
        m_socket.write("GET / HTTP/1.1\r\nHost: " + host +
                       "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                       "Origin: http://localhost\r\n\r\n");
    }

    /// Waits for the answer, and says hello.
    void attach(const QByteArray &session = page)
    {
        if (!QTest::qWaitFor([&] { return m_socket.bytesAvailable() > 0; }, patience))
            QTest::qFail("no upgrade", __FILE__, __LINE__);
        sendFrame(Final | Text, LivePage::hello(session, token));
    }

    /// The first bytes of a frame, which say how long it will be. The mask is zero, so that a payload is sent
    /// as it is.
    void beginFrame(int opcode, quint64 length)
    {
        // The shortest of three forms is the only one that is allowed.
        constexpr quint64 mostInOne = 125, mostInTwo = 0xffff;
        constexpr int bitsPerByte = 8;
        int lengthBytes = 0;
        quint64 form = length;
        if (length > mostInTwo) {
            lengthBytes = 8;
            form = 127;
        } else if (length > mostInOne) {
            lengthBytes = 2;
            form = 126;
        }
        QByteArray head(1, static_cast<char>(opcode));
        head += static_cast<char>(0x80 | form);
        for (int byte = lengthBytes - 1; byte >= 0; --byte)
            head += static_cast<char>(length >> (byte * bitsPerByte));
        m_socket.write(head + QByteArray(4, '\0'));
    }

    void sendFrame(int opcode, const QByteArray &payload)
    {
        beginFrame(opcode, static_cast<quint64>(payload.size()));
        m_socket.write(payload);
    }

    void write(const QByteArray &bytes) { m_socket.write(bytes); }

    /// Nothing more is taken from the system from then on, which then takes no more from the server.
    void stopReading() { m_socket.setReadBufferSize(1); }

    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    bool waitUntilClosed()
    {
        return QTest::qWaitFor([&] { return isClosed(); }, patience);
    }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
};

} // namespace inspector::live_test
