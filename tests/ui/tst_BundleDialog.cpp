// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineReader.h"
#include "tests/support/LivePage.h"
#include "tests/ui/PictureChecks.h"
#include "tests/ui/WindowHarness.h"
#include "ui/bundle/BundleDialog.h"

#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace inspector;

namespace {

/// ' for "
QByteArray reputation(int fame, int timestamp)
{
    return QByteArray("{'type':'event','timestamp':" + QByteArray::number(timestamp) +
                      ",'event':'reputation:changed','payload':{'factionId':'a','newFame':" +
                      QByteArray::number(fame) + "}}\n")
        .replace('\'', '"');
}

} // namespace

/// A bug bundle from the window, by mouse and keys.
class tst_BundleDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void theLastMinutesOfASessionThatGrowsOpenOnTheirOwn()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        QByteArray session;
        constexpr int events = 10, perEvent = 60'000;
        for (int i = 1; i <= events; ++i)
            session += reputation(i, i * perEvent);
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), session));
        QVERIFY(harness.waitUntilRead());
        harness.write(QStringLiteral("s.ndjson"), reputation(50, (events + 1) * perEvent)); // it goes on
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == events + 1; }));
        const SessionTimeline whole = *window.source().frame().timeline;

        const QString path = harness.path(QStringLiteral("bundle.zip"));
        saveBundle(harness, path);

        const SessionTimeline alone = opened(harness, path);
        constexpr std::uint64_t kept = 3; // of the last 2.5 minutes
        QCOMPARE(alone.size(), kept + 1); // a snapshot is in front
        TimelineReader wholeReader(whole);
        TimelineReader aloneReader(alone);
        for (std::uint64_t i = 0; i <= kept; ++i)
            QVERIFY(wholeReader.stateAt(events + 1 - kept + i).value().world ==
                    aloneReader.stateAt(1 + i).value().world);
    }

    void aLiveSessionShowsTheSameOnItsOwn()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        LivePage page(QUrl(window.attach().url()));
        page.sayHello(LivePage::firstSession, window.attach().token().toUtf8());
        constexpr int events = 5;
        for (int seq = 1; seq <= events; ++seq) {
            page.send(QByteArray("{'type':'event','timestamp':" + QByteArray::number(seq * 60'000) +
                                 ",'seq':" + QByteArray::number(seq) +
                                 ",'event':'reputation:changed','payload':{'factionId':'a','newFame':" +
                                 QByteArray::number(seq) + "}}")
                          .replace('\'', '"'));
        }
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == events + 1; }));
        const SessionTimeline whole = *window.source().frame().timeline;

        const QStringList paths{
            harness.path(QStringLiteral("one.zip")), harness.path(QStringLiteral("two.zip"))};
        for (const QString &path : paths)
            saveBundle(harness, path);

        QCOMPARE(contentOf(paths[0]), contentOf(paths[1]));
        const SessionTimeline alone = opened(harness, paths[0]);
        constexpr std::uint64_t kept = 3; // of the last 2.5 minutes
        TimelineReader wholeReader(whole), aloneReader(alone);
        for (std::uint64_t i = 0; i <= kept; ++i) // and the snapshot in front of them
            QVERIFY(wholeReader.stateAt(whole.size() - i).value().world ==
                    aloneReader.stateAt(alone.size() - i).value().world);
    }

    void withoutASessionNothingIsAsked()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().askBundle();
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

private:
    static void saveBundle(const WindowHarness &harness, const QString &path)
    {
        MainWindow &window = harness.window();
        QSignalSpy saved(&window.commands(), &SessionCommands::saved);
        harness.whenShown<BundleDialog>([&](BundleDialog &dialog) { answer(dialog, path); });
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(saved.count() == 1 || saved.wait(60'000));
    }

    static SessionTimeline opened(const WindowHarness &harness, const QString &path)
    {
        harness.window().commands().openFile(path);
        const bool isRead = harness.waitFor([&](const InspectorFrame &frame) {
            return frame.source.path == path.toStdString() && frame.phase == InspectorFrame::Phase::Ready;
        });
        if (!isRead)
            QTest::qFail("the bundle is not read", __FILE__, __LINE__);
        return *harness.window().source().frame().timeline;
    }

    /// The dialog, and then the one for the file.
    static void answer(BundleDialog &dialog, const QString &path)
    {
        QTest::mouseClick(dialog.findChild<QRadioButton *>(), Qt::LeftButton);
        auto *minutes = dialog.findChild<QDoubleSpinBox *>();
        minutes->selectAll();
        QTest::keyClicks(minutes, QLocale().toString(2.5)); // which also chooses the last minutes
        QTest::keyClicks(dialog.findChild<QPlainTextEdit *>(), QStringLiteral("Look here"));
        WindowHarness::whenShown<QFileDialog>([path](QFileDialog &file) {
            file.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
            static_cast<QDialog &>(file).accept(); // a key would go to the list of completions
        });
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault())
                return QTest::mouseClick(button, Qt::LeftButton);
        }
    }
};

QTEST_MAIN(tst_BundleDialog)
#include "tst_BundleDialog.moc"
