// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include <QLabel>
#include <QObject>
#include <QRegularExpression>
#include <QStringLiteral>
#include <QTest>

using namespace inspector;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void saysWhatCanBeDone()
    {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));

        const auto *text = window.findChild<QLabel *>();

        QVERIFY(text != nullptr);
        QVERIFY2(text->text().contains(QStringLiteral("--export")), qUtf8Printable(text->text()));
        QVERIFY(window.width() >= text->sizeHint().width());
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
