// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonReader.h"

#include <QByteArrayList>
#include <QTest>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

namespace inspector {

/// A game's page with the bridge in it, as far as the server can tell; fails the test where it is not let
/// in at all.
class LivePage
{
public:
    static constexpr int patience = 60'000; // ms; only a hang gets there
    static constexpr const char *firstSession = "0f8fad5b-d9cb-469f-a165-70867728950e";
    static constexpr const char *otherSession = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    /// JSON is easier to read in a test with ' for ".
    [[nodiscard]] static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

    [[nodiscard]] static QByteArray record(
        int seq, const QByteArray &name = "a:b", const QByteArray &payload = "{}")
    {
        const QByteArray number = QByteArray::number(seq);
        return json("{'type':'event','timestamp':") + number + json(",'event':'") + name +
               json("','payload':") + payload + json(",'seq':") + number + "}";
    }

    [[nodiscard]] static QByteArray hello(const QByteArray &session, const QByteArray &token)
    {
        return json("{'type':'hello','protocol':'telemetry-live/1','game':'Harbour','session':'") + session +
               json("','token':'") + token + json("'}");
    }

    explicit LivePage(const QUrl &url, const QString &origin = QStringLiteral("http://localhost:5173"))
        : m_socket(origin)
    {
        // Who is not welcome is gone again at once.
        bool wasConnected = false;
        QObject::connect(
            &m_socket, &QWebSocket::connected, &m_socket, [&] { wasConnected = true; },
            Qt::SingleShotConnection);
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived,
            [this](const QString &text) { messages << text.toUtf8(); });
        m_socket.open(url);
        if (!QTest::qWaitFor([&] { return wasConnected; }, patience))
            QTest::qFail("no connection", __FILE__, __LINE__);
    }

    void send(const QByteArray &message) { m_socket.sendTextMessage(QString::fromUtf8(message)); }
    void sayHello(const QByteArray &session, const QByteArray &token) { send(hello(session, token)); }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }

    bool waitFor(const QByteArray &text)
    {
        return QTest::qWaitFor(
            [&] {
                return std::any_of(messages.begin(), messages.end(),
                    [&](const QByteArray &message) { return message.contains(text); });
            },
            patience);
    }
    bool waitUntilClosed()
    {
        return QTest::qWaitFor(
            [&] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, patience);
    }
    /// The code of the error that it was told; empty for none.
    [[nodiscard]] QByteArray errorCode() const
    {
        for (const QByteArray &message : messages) {
            const auto value = parseJson(message.toStdString());
            const JsonObject *object = value ? value->asObject() : nullptr;
            if (object != nullptr && (*object)["type"] == JsonValue("error"))
                return QByteArray::fromStdString(*(*object)["code"].asString());
        }
        return {};
    }

    QByteArrayList messages;

private:
    QWebSocket m_socket;
};

} // namespace inspector
