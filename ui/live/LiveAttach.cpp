// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/LiveAttach.h"

#include "core/live/LiveServer.h"
#include "core/live/LiveTokenFile.h"
#include "ui/common/Words.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

LiveAttach::Session sessionOf(const LiveSession &session, bool isAttached)
{
    return {words::text(session.id()), words::text(session.game()), words::text(session.path()),
        session.records(), isAttached};
}

} // namespace

LiveAttach::LiveAttach(const Clock &clock, QString folder, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_folder(std::move(folder))
{}

LiveAttach::~LiveAttach()
{
    turnOff();
}

QString LiveAttach::snippet() const
{
    return QStringLiteral("import { attachInspector } from './inspector-bridge.mjs';\n"
                          "attachInspector({ eventBus,\n"
                          "  url: '%1',\n"
                          "  token: '%2',\n"
                          "  snapshot: () => store.snapshot() });")
        .arg(m_url, m_token);
}

void LiveAttach::turnOn()
{
    if (isOn())
        return;
    if (!m_access.token.empty())
        return start(words::text(m_access.token));
    const Result<std::string> token = LiveTokenFile(m_folder.toStdString() + "/live-token").load();
    if (!token)
        return fail(token.error());
    start(words::text(*token));
}

void LiveAttach::start(const QString &token)
{
    LiveServer::Options options;
    options.access = m_access;
    options.access.token = token.toStdString();
    options.topics = m_topics;
    options.pathFor = [folder = m_folder, &clock = m_clock](const LiveHello &hello) {
        return LiveSession::pathIn(folder.toStdString() + "/sessions", hello.session, clock.nowMs());
    };
    auto server = std::make_unique<LiveServer>(m_clock, std::move(options));
    Result<void> listening = server->listen(usualPort);
    if (!listening)
        listening = server->listen(0);
    if (!listening)
        return fail(listening.error());
    m_url = words::text(server->url());
    m_token = token;
    m_server = server.release();
    // The lambdas run on the server's thread, where its sessions may be looked at.
    const auto tell = [this, start = ++m_start](const LiveSession &session, bool isAttached, bool isWritten) {
        QMetaObject::invokeMethod(
            this,
            [this, start, now = sessionOf(session, isAttached), isWritten] {
                take(now, start == m_start && isOn(), isWritten);
            },
            Qt::QueuedConnection);
    };
    connect(m_server, &LiveServer::attached, m_server,
        [tell](const LiveSession &session) { tell(session, true, false); });
    connect(m_server, &LiveServer::detached, m_server,
        [tell](const LiveSession &session) { tell(session, false, false); });
    connect(m_server, &LiveServer::recorded, m_server,
        [tell](const LiveSession &session) { tell(session, true, true); });
    connect(m_server, &LiveServer::refused, m_server, [this](const Error &error) {
        if (error.code == "superseded")
            return; // by itself: the page lost its connection, and is here again
        QMetaObject::invokeMethod(
            this,
            [this, text = words::error(error)] {
                m_refusal = text;
                emit changed();
            },
            Qt::QueuedConnection);
    });
    connect(m_server, &LiveServer::writeFailed, m_server, [this](const Error &error) {
        QMetaObject::invokeMethod(
            this, [this, error] { fail(error); }, Qt::QueuedConnection);
    });
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    m_problem.clear();
    emit problemChanged({});
    emit changed();
}

void LiveAttach::turnOff()
{
    if (!isOn())
        return;
    m_thread.quit();
    m_thread.wait();
    m_server = nullptr;
    for (Session &session : m_sessions) {
        session.isAttached = false;
        session.earlier = session.records;
    }
    emit changed();
}

void LiveAttach::renewToken()
{
    const Result<std::string> token = LiveTokenFile(m_folder.toStdString() + "/live-token").renew();
    if (!token)
        return fail(token.error());
    const bool wasOn = isOn();
    turnOff();
    m_access.token.clear();
    m_token = words::text(*token);
    if (wasOn)
        start(m_token);
    emit changed();
}

void LiveAttach::requestSnapshots()
{
    if (isOn())
        QMetaObject::invokeMethod(m_server, &LiveServer::requestSnapshots, Qt::QueuedConnection);
}

void LiveAttach::setTopics(std::vector<std::string> topics)
{
    if (topics == m_topics)
        return;
    m_topics = std::move(topics);
    if (isOn()) {
        QMetaObject::invokeMethod(
            m_server, [server = m_server, wanted = m_topics] { server->setTopics(wanted); },
            Qt::QueuedConnection);
    }
    emit changed();
}

/// `isCurrent`: the server that tells it still runs; what a last one told may come after it ended.
void LiveAttach::take(const Session &session, bool isCurrent, bool isWritten)
{
    if (isWritten && std::exchange(m_problem, {}) != QString())
        emit problemChanged({});
    const auto known = std::find_if(
        m_sessions.begin(), m_sessions.end(), [&](const Session &each) { return each.id == session.id; });
    const bool isNew = known == m_sessions.end();
    Session &mine = isNew ? m_sessions.emplace_back() : *known;
    const bool wasAttached = mine.isAttached;
    const quint64 earlier = mine.earlier;
    mine = session;
    if (isCurrent) {
        mine.earlier = earlier;
        mine.records += earlier;
    }
    mine.isAttached = session.isAttached && isCurrent;
    if (mine.isAttached && !wasAttached)
        m_refusal.clear();
    emit changed();
    if (isNew)
        emit attached(session.path);
}

void LiveAttach::fail(const Error &error)
{
    m_problem = words::error(error);
    emit problemChanged(m_problem);
    emit changed();
}

} // namespace inspector
