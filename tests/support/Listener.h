// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/LivePage.h"
#include "tests/support/Program.h"

#include <QRegularExpression>

#include <csignal>

namespace inspector {

/// The program while it listens.
class Listener
{
public:
    explicit Listener(const QStringList &arguments)
    {
        m_process.setProcessEnvironment(bareEnvironment());
        m_process.start(QStringLiteral(INSPECTOR_PROGRAM),
            QStringList{QStringLiteral("--listen"), QStringLiteral("0"), QStringLiteral("--clock"),
                QStringLiteral("1700000000000")} +
                arguments);
        static const QRegularExpression line(
            QStringLiteral("listening (ws://127.0.0.1:\\d+) token (\\S+)\n"));
        const bool isListening = QTest::qWaitFor(
            [&] {
                m_err += m_process.readAllStandardError();
                return line.match(QString::fromUtf8(m_err)).hasMatch();
            },
            LivePage::patience);
        if (!isListening)
            QTest::qFail(QByteArray("it does not listen: " + m_err).constData(), __FILE__, __LINE__);
        const QRegularExpressionMatch match = line.match(QString::fromUtf8(m_err));
        url = QUrl(match.captured(1));
        token = match.captured(2).toUtf8();
    }
    ~Listener() { kill(); }
    Q_DISABLE_COPY_MOVE(Listener)

    ProgramRun end()
    {
        const bool isOver =
            QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, LivePage::patience);
        if (!isOver)
            QTest::qFail("it does not end", __FILE__, __LINE__);
        m_err += m_process.readAllStandardError();
        return {m_process.exitCode(), m_process.readAllStandardOutput(), m_err};
    }
    void interrupt() const { ::kill(static_cast<pid_t>(m_process.processId()), SIGINT); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QUrl url;
    QByteArray token;

private:
    QProcess m_process;
    QByteArray m_err;
};

} // namespace inspector
