// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LivePage.h"
#include "tests/ui/WindowHarness.h"

#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace inspector;

namespace {

/// A page that attaches with what the window shows.
class Page
{
public:
    Page(const LiveAttach &attach, const QByteArray &session, const QByteArray &token = {})
        : m_page(QUrl(attach.url()))
    {
        m_page.sayHello(session, token.isEmpty() ? attach.token().toUtf8() : token);
    }

    void send(int seq) { m_page.send(LivePage::record(seq, "faction:a")); }
    void close() { m_page.socket().close(); }

private:
    LivePage m_page;
};

constexpr const char *firstPage = LivePage::firstSession;
constexpr const char *secondPage = LivePage::otherSession;

bool says(const QWidget &window, const QString &text)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

} // namespace

/// A game that attaches to the window.
class tst_Attach : public QObject
{
    Q_OBJECT

private slots:
    void whatHappensInTheGameIsSeenLiveAndIsOnTheDisk()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();

        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);

        QTRY_VERIFY(says(window, QStringLiteral("Waiting for a page at ") + window.attach().url()));
        const auto *lines = harness.find<QPlainTextEdit>(QStringLiteral("Lines for the game's page"));
        QVERIFY(lines->toPlainText().contains(window.attach().token()));
        Page page(window.attach(), firstPage);
        QTRY_VERIFY(says(window, QStringLiteral("waiting for its first event")));
        page.send(1);
        page.send(2);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 3; }));
        QCOMPARE(window.cursor().mode(), SessionCursor::Mode::Live);
        page.send(3);
        QVERIFY(harness.waitFor(
            [](const InspectorFrame &frame) { return frame.size() == 4 && frame.cursor == 4; }));
        QTRY_VERIFY(says(window, QStringLiteral("1 page attached, 3 records recorded")));
        const QString path = window.attach().sessions().front().path;
        QVERIFY(path.endsWith(QStringLiteral("-%1.ndjson").arg(QString::fromLatin1(firstPage))));
        QCOMPARE(QFile::permissions(harness.path(QStringLiteral("data/live-token"))) &
                     (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
    }

    void aPageThatIsLoadedAgainIsShownInPlaceOfTheOldOne()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        Page first(window.attach(), firstPage);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 1; }));
        first.close();
        Page second(window.attach(), secondPage);
        QTRY_COMPARE(window.attach().sessions().size(), std::size_t{2});
        second.send(1);

        QVERIFY(harness.waitFor([&](const InspectorFrame &frame) {
            return frame.size() == 2 && frame.source.path.find(secondPage) != std::string::npos;
        }));
    }

    void aSessionThatSomebodyLooksAtStays()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        window.showAttach();
        Page page(window.attach(), firstPage);
        auto *table = harness.find<QTableView>(QStringLiteral("Sessions that attached"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(window.source().frame().source.kind, SessionSource::Kind::Demo);

        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);

        QVERIFY(harness.waitFor(
            [](const InspectorFrame &frame) { return frame.source.kind == SessionSource::Kind::File; }));
    }

    void whoIsTurnedAwayIsSaidWithARemedy()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        const Page page(window.attach(), firstPage, "another");

        QTRY_VERIFY(
            says(window, QStringLiteral("Refused: the page gave another token. Copy the snippet again")));
        QVERIFY(window.attach().sessions().empty());
    }

    void aNewTokenEndsTheOldOne()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        const QString before = window.attach().token();

        window.attach().renewToken();

        QVERIFY(window.attach().isOn());
        QVERIFY(window.attach().token() != before);
        const Page old(window.attach(), firstPage, before.toUtf8());
        QTRY_VERIFY(!window.attach().refusal().isEmpty());
        const QString now = window.attach().token();
        harness.open().showAttach();
        QCOMPARE(harness.window().attach().token(), now); // it belongs to the installation
    }

    void itIsOffUntilItIsTurnedOnAndWhenItIsTurnedOff()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        QVERIFY(!window.attach().isOn());
        window.showAttach();
        QVERIFY(window.attach().isOn());
        const QUrl url(window.attach().url());

        window.attach().turnOff();

        QWebSocket socket(QStringLiteral("http://localhost"));
        bool hasFailed = false;
        QObject::connect(&socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &socket,
            [&] { hasFailed = true; });
        socket.open(url);
        QTRY_VERIFY(hasFailed);
    }

    void theThirdCardAttaches()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        for (QPushButton *button : window.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Attach…"))
                QTest::mouseClick(button, Qt::LeftButton);
        }

        QVERIFY(window.attach().isOn());
        QVERIFY(window.findChild<QDockWidget *>(QStringLiteral("attach"))->isVisible());
    }
};

QTEST_MAIN(tst_Attach)
#include "tst_Attach.moc"
