// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SelectableLabel.h"

#include <QContextMenuEvent>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

constexpr Qt::TextInteractionFlag plain =
    Qt::LinksAccessibleByMouse; // what labels have that are no documents

/// A label in a window with room beside it.
class Labelled final : public QWidget
{
public:
    Labelled()
    {
        label->setText(QStringLiteral("some words to select"));
        label->setGeometry(10, 10, 200, 30);
        resize(400, 200);
        show();
        if (!QTest::qWaitForWindowActive(this))
            QTest::qFail("not shown", __FILE__, __LINE__);
        moveTo(beside);
    }

    void moveTo(const QPoint &at) { QTest::mouseMove(windowHandle(), at); }

    const QPoint over{50, 25}, beside{300, 150};
    SelectableLabel *label = new SelectableLabel(this);
};

} // namespace

class tst_SelectableLabel : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreSelectedByTheMouse()
    {
        Labelled window;
        window.moveTo(window.over);

        QTest::mouseDClick(window.windowHandle(), Qt::LeftButton, {}, QPoint(20, 25));

        QTRY_COMPARE(window.label->selectedText(), QStringLiteral("some"));
    }

    void isADocumentOnlyUnderTheMouse_data()
    {
        QTest::addColumn<bool>("isSelected");
        QTest::addColumn<Qt::TextInteractionFlags>("left");

        QTest::addRow("nothing selected") << false << Qt::TextInteractionFlags(plain);
        QTest::addRow("to be copied") << true << Qt::TextInteractionFlags(Qt::TextSelectableByMouse);
    }

    void isADocumentOnlyUnderTheMouse()
    {
        QFETCH(bool, isSelected);
        QFETCH(Qt::TextInteractionFlags, left);
        Labelled window;
        QTRY_COMPARE(window.label->textInteractionFlags(), Qt::TextInteractionFlags(plain));

        window.moveTo(window.over);
        QTRY_COMPARE(
            window.label->textInteractionFlags(), Qt::TextInteractionFlags(Qt::TextSelectableByMouse));
        if (isSelected)
            window.label->setSelection(0, 4);
        window.moveTo(window.beside);

        QTRY_VERIFY(!window.label->underMouse());
        QCOMPARE(window.label->textInteractionFlags(), left);
    }

    void staysADocumentForItsMenu()
    {
        Labelled window;
        window.moveTo(window.over);
        QTRY_COMPARE(
            window.label->textInteractionFlags(), Qt::TextInteractionFlags(Qt::TextSelectableByMouse));
        const auto leave = [&] {
            QEvent event(QEvent::Leave);
            QCoreApplication::sendEvent(window.label, &event);
        };

        QContextMenuEvent wanted(QContextMenuEvent::Mouse, QPoint(20, 15), window.mapToGlobal(window.over));
        QCoreApplication::sendEvent(window.label, &wanted);
        leave(); // for the menu
        QCOMPARE(window.label->textInteractionFlags(), Qt::TextInteractionFlags(Qt::TextSelectableByMouse));
        leave();

        QCOMPARE(window.label->textInteractionFlags(), Qt::TextInteractionFlags(plain));
    }

    void markupIsShownAsItIs()
    {
        Labelled window;
        const int height = window.label->sizeHint().height();

        window.label->setText(QStringLiteral("<h1>one</h1><br><br>two"));

        QCOMPARE(window.label->sizeHint().height(), height);
    }
};

QTEST_MAIN(tst_SelectableLabel)
#include "tst_SelectableLabel.moc"
