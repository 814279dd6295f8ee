// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/LiveProtocol.h"
#include "tests/support/LivePage.h"
#include "tests/ui/WindowMeter.h"
#include "ui/live/LiveAttach.h"

#include <QCoreApplication>
#include <QProcess>

#include <ctime>
#include <deque>

namespace inspector {

/// A game that attaches to the window and sends what a page with the bridge sends: events stamped when they
/// happen, in batches of 16 ms, 8,192 at most on their way. It is a process of its own, the program again
/// that starts it.
class LiveGame
{
public:
    /// ms since the epoch.
    [[nodiscard]] static double nowMs()
    {
        timespec now{};
        ::clock_gettime(CLOCK_REALTIME, &now);
        return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / nsPerMs;
    }

    /// Lets a game play for that long into a session of that id.
    static void start(
        QProcess &process, LiveAttach &attach, const QByteArray &session, int perSecond, int seconds)
    {
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--game"), attach.url(), attach.token(), QString::fromLatin1(session),
                QString::number(perSecond), QString::number(seconds)});
    }

    /// Whether this process is to be such a game.
    [[nodiscard]] static bool isAsked(int argc, char **argv)
    {
        constexpr int words = 7;
        return argc == words && QByteArray(argv[1]) == "--game";
    }
    /// The whole of its main().
    [[nodiscard]] static int run(int argc, char **argv)
    {
        const QCoreApplication application(argc, argv);
        LiveGame(QUrl(QString::fromUtf8(argv[2])), argv[3], argv[4])
            .play(QByteArray(argv[5]).toInt(), QByteArray(argv[6]).toInt());
        return 0;
    }

private:
    LiveGame(const QUrl &url, const QByteArray &token, const QByteArray &session)
        : m_page(url)
    {
        m_page.sayHello(session, token);
        m_page.waitFor("\"welcome\"");
        QObject::connect(&m_page.socket(), &QWebSocket::textMessageReceived, [this](const QString &text) {
            const auto message = parseJson(text.toStdString());
            if (message && (*message->asObject())["type"] == JsonValue("ack"))
                m_acked = static_cast<std::uint64_t>(*(*message->asObject())["seq"].asNumber());
            m_page.messages.clear();
            flush();
        });
    }

    [[nodiscard]] static QByteArray event(std::uint64_t seq)
    {
        constexpr std::uint64_t values = 100;
        return LivePage::json("{'type':'event','timestamp':") + QByteArray::number(nowMs(), 'f', 3) +
               LivePage::json(
                   ",'event':'reputation:changed','payload':{'factionId':'cipher_collective','newFame':") +
               QByteArray::number(static_cast<qulonglong>(seq % values)) +
               LivePage::json(",'newInfamy':7,'deltaFame':1,'deltaInfamy':0,'reason':'live'},'seq':") +
               QByteArray::number(static_cast<qulonglong>(seq)) + "}";
    }

    /// Until all that it had to tell was acknowledged.
    void play(int perSecond, int seconds)
    {
        constexpr int emitMs = 2;
        constexpr int batchMs = 16;
        const auto count = static_cast<std::uint64_t>(perSecond) * static_cast<std::uint64_t>(seconds);
        QElapsedTimer since;
        since.start();
        QTimer emitting;
        QTimer flushing;
        for (QTimer *timer : {&emitting, &flushing})
            timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(&emitting, &QTimer::timeout, [&] {
            const auto due = std::min(count,
                static_cast<std::uint64_t>(since.elapsed()) * static_cast<std::uint64_t>(perSecond) / 1000);
            while (m_happened < due)
                m_waiting.push_back(event(++m_happened));
        });
        QObject::connect(&flushing, &QTimer::timeout, [&] { flush(); });
        emitting.start(emitMs);
        flushing.start(batchMs);
        QEventLoop loop;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (m_acked == count || m_page.socket().state() == QAbstractSocket::UnconnectedState)
                loop.quit();
        });
        look.start(batchMs);
        loop.exec();
    }

    void flush()
    {
        constexpr std::size_t mostInBatch = 256;
        while (!m_waiting.empty() && m_sent - m_acked < live::window) {
            QByteArray batch = "[";
            for (std::size_t i = 0; i < mostInBatch && !m_waiting.empty(); ++i, ++m_sent) {
                batch += (i == 0 ? "" : ",") + m_waiting.front();
                m_waiting.pop_front();
            }
            m_page.send(batch + "]");
        }
    }

    LivePage m_page;
    std::deque<QByteArray> m_waiting;
    std::uint64_t m_happened = 0, m_sent = 0, m_acked = 0;
};

} // namespace inspector
