// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SystemClock.h"
#include "core/live/LiveServer.h"
#include "tests/support/LivePage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace inspector::live_test {

inline constexpr int patience = LivePage::patience;
inline const QByteArray token = "0123456789abcdef";
inline const QByteArray page = LivePage::firstSession;
inline const QByteArray otherPage = LivePage::otherSession;

inline QByteArray json(const QByteArray &text)
{
    return LivePage::json(text);
}

inline QByteArray record(int seq)
{
    return LivePage::record(seq);
}

/// A server on a free port, with what it told.
class Server
{
public:
    explicit Server(LivePeer::Limits limits = {}, const QString &folder = {})
        : m_folderName(folder.isEmpty() ? m_folder.path() : folder)
        , m_server(m_clock, options(limits))
    {
        QObject::connect(&m_server, &LiveServer::refused,
            [this](const Error &error) { refused << QByteArray::fromStdString(error.code); });
        QObject::connect(&m_server, &LiveServer::writeFailed,
            [this](const Error &error) { failed << QByteArray::fromStdString(error.code); });
        if (!m_server.listen(0))
            QTest::qFail("it does not listen", __FILE__, __LINE__);
    }

    [[nodiscard]] LiveServer &server() { return m_server; }
    [[nodiscard]] QString path(const QByteArray &session) const
    {
        return QDir(m_folderName).filePath(QString::fromLatin1(session) + QStringLiteral(".ndjson"));
    }
    /// The file of a session without its first line, which tells the time.
    [[nodiscard]] QByteArrayList lines(const QByteArray &session = page) const
    {
        QFile file(path(session));
        if (!file.open(QIODevice::ReadOnly))
            return {"there is no file"};
        QByteArrayList all = file.readAll().split('\n');
        all.removeFirst();
        all.removeLast();
        return all;
    }

    QByteArrayList refused, failed;

private:
    LiveServer::Options options(const LivePeer::Limits &limits) const
    {
        LiveServer::Options options;
        options.access.token = token.toStdString();
        options.pathFor = [this](const LiveHello &hello) {
            return path(QByteArray::fromStdString(hello.session)).toStdString();
        };
        options.limits = limits;
        return options;
    }

    QTemporaryDir m_folder;
    QString m_folderName;
    SystemClock m_clock;
    LiveServer m_server;
};

class Page : public LivePage
{
public:
    explicit Page(Server &server, const QString &origin = QStringLiteral("http://localhost:5173"))
        : LivePage(QUrl(QString::fromStdString(server.server().url())), origin)
    {}

    void sayHello(const QByteArray &session = page, const QByteArray &with = token)
    {
        LivePage::sayHello(session, with);
    }
};

} // namespace inspector::live_test
