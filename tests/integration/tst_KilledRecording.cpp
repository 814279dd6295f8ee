// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Listener.h"
#include "tests/support/ReadSession.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

using namespace inspector;

namespace {

constexpr int perSecond = 5'000;

/// Sends records at a steady rate, however late its timer is, and knows what it had sent when.
class SteadyPage
{
public:
    explicit SteadyPage(const Listener &listener)
        : m_page(listener.url)
    {
        m_page.sayHello(LivePage::firstSession, listener.token);
        if (!m_page.waitFor("\"welcome\""))
            QTest::qFail("no welcome", __FILE__, __LINE__);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { sendDue(); });
        m_since.start();
        constexpr int batchMs = 16;
        m_timer.start(batchMs);
    }

    /// How many were sent by `ms` ago.
    [[nodiscard]] int sentBefore(qint64 ms) const
    {
        const qint64 when = m_since.elapsed() - ms;
        int count = 0;
        for (const auto &[at, sent] : m_sent)
            count = at <= when ? sent : count;
        return count;
    }
    /// Up to where the program said that it has them.
    [[nodiscard]] int acknowledged() const
    {
        static const QRegularExpression ack(QStringLiteral("\"ack\",\"seq\":(\\d+)"));
        return ack.match(QString::fromUtf8(m_page.messages.last())).captured(1).toInt();
    }
    [[nodiscard]] qint64 elapsed() const { return m_since.elapsed(); }

private:
    void sendDue()
    {
        const qint64 now = m_since.elapsed();
        const int due = static_cast<int>(now * perSecond / 1000);
        int sent = m_sent.empty() ? 0 : m_sent.back().second;
        QByteArray batch = "[";
        while (sent < due) {
            ++sent;
            batch += (batch.size() == 1 ? "" : ",") + LivePage::record(sent, "reputation:changed");
        }
        m_page.send(batch + "]");
        m_sent.emplace_back(now, sent);
    }

    LivePage m_page;
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<std::pair<qint64, int>> m_sent; // at which ms, how many in all
};

} // namespace

/// The recording program, killed at any moment while a page sends 5,000 records a second.
class tst_KilledRecording : public QObject
{
    Q_OBJECT

private slots:
    void whatWasAcknowledgedIsThere_data()
    {
        QTest::addColumn<int>("killedAtMs");
        for (int run = 0; run < 20; ++run)
            QTest::addRow("%d", run + 1) << 1'000 + run * 37;
    }

    void whatWasAcknowledgedIsThere()
    {
        QFETCH(int, killedAtMs);
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("session.ndjson"));
        Listener listener({QStringLiteral("--session-out"), path});
        const SteadyPage page(listener);
        // Only where the machine is too slow for the rate does it wait for longer.
        QVERIFY(QTest::qWaitFor(
            [&] { return page.elapsed() >= killedAtMs && page.acknowledged() >= page.sentBefore(1'000); },
            LivePage::patience));
        const int mustBeThere = page.acknowledged();

        listener.kill();

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList records = readSession(file);
        const auto there = std::count_if(
            records.begin(), records.end(), [](const QByteArray &line) { return line.contains(" event@"); });
        QVERIFY2(there >= mustBeThere, qPrintable(QStringLiteral("%1 of %2").arg(there).arg(mustBeThere)));
        // Nothing before the last is missing: the records are numbered by their times here.
        for (qsizetype i = 1; i <= there; ++i)
            QCOMPARE(records[i], QByteArray("#" + QByteArray::number(i + 1) + " event@" +
                                            QByteArray::number(i) + " reputation:changed"));
    }
};

QTEST_GUILESS_MAIN(tst_KilledRecording)
#include "tst_KilledRecording.moc"
