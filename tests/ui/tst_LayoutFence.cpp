// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/LayoutFence.h"

#include <QLabel>
#include <QObject>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace inspector;

namespace {

/// How often what is around a fence was asked to lay it out.
class Around final : public QWidget
{
public:
    Around()
    {
        auto *content = new QWidget(this);
        label = new QLabel(QStringLiteral("as long as this"), content);
        (new QVBoxLayout(content))->addWidget(label);
        fence = new LayoutFence(content, this);
        (new QVBoxLayout(this))->addWidget(fence);
        resize(400, 200);
        show();
        if (!QTest::qWaitForWindowExposed(this))
            QTest::qFail("not shown", __FILE__, __LINE__);
        say(label->text() + QLatin1Char('.')); // once the fence knows what is needed
        requests = 0;
    }

    void say(const QString &text) const
    {
        label->setText(text);
        for (int level = 0; level < 4; ++level) // each of which asks the one around it
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    bool event(QEvent *event) override
    {
        requests += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QWidget::event(event);
    }

    QLabel *label;
    LayoutFence *fence;
    int requests = 0;
};

} // namespace

class tst_LayoutFence : public QObject
{
    Q_OBJECT

private slots:
    void tellsOnlyOfMoreRoom_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<bool>("isTold");
        const QString longer = QStringLiteral("much longer than it was");

        QTest::addRow("shorter") << QStringList{QStringLiteral("short")} << false;
        QTest::addRow("longer") << QStringList{longer} << true;
        QTest::addRow("as long as once before")
            << QStringList{longer, QStringLiteral("short"), longer} << false;
    }

    void tellsOnlyOfMoreRoom()
    {
        QFETCH(QStringList, texts);
        QFETCH(bool, isTold);
        Around around;

        const QString last = texts.takeLast();
        for (const QString &text : texts)
            around.say(text);
        around.requests = 0;
        around.say(last);

        QCOMPARE(around.requests > 0, isTold);
        QVERIFY(around.fence->minimumSizeHint().width() >= around.label->minimumSizeHint().width());
        QCOMPARE(around.label->parentWidget()->size(), around.fence->size());
    }

    void givesRoomBackOnceItIsQuiet()
    {
        Around around;
        around.say(QStringLiteral("much longer than it was"));
        const int wide = around.fence->minimumSizeHint().width();

        around.say(QStringLiteral("short"));
        QCOMPARE(around.fence->minimumSizeHint().width(), wide);
        around.requests = 0;

        QTRY_VERIFY(around.requests > 0);
        QVERIFY(around.fence->minimumSizeHint().width() < wide);
    }

    void smallerTextNeedsLessRoom()
    {
        Around around;
        around.setFont(QFont(around.font().family(), 40));
        around.say(QStringLiteral("large"));
        const QSize large = around.fence->minimumSizeHint();

        around.setFont(QFont(around.font().family(), 6));
        around.say(QStringLiteral("small"));

        QVERIFY(around.fence->minimumSizeHint().height() < large.height());
    }
};

QTEST_MAIN(tst_LayoutFence)
#include "tst_LayoutFence.moc"
