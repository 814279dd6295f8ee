// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/WindowHarness.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>

#include <algorithm>

namespace inspector {

/// A shortcut is that of the window in front, which a dialog before was.
inline void comeToFront(QWidget &window)
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        QTest::qFail("the window is not in front", __FILE__, __LINE__);
}

/// A button that is seen, by its text. Fails the test where there is none.
inline QAbstractButton *seenButton(const QWidget &parent, const QString &text)
{
    for (QAbstractButton *button : parent.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    QTest::qFail(qPrintable(QStringLiteral("there is no ") + text), __FILE__, __LINE__);
    return nullptr;
}

/// Clicks a button by its text, at its left, where a box to check has its mark.
inline void clickButton(const QWidget &parent, const QString &text)
{
    if (QAbstractButton *button = seenButton(parent, text))
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(10, button->height() / 2));
}

/// Clicks into a field and types over what is there.
inline void typeInto(QLineEdit &field, const QString &text)
{
    QTest::mouseClick(&field, Qt::LeftButton);
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&field, text);
}

/// Names `path` in the next dialog for a file or a folder, and clicks the button that accepts it.
inline void answerFileDialog(const QString &path)
{
    WindowHarness::whenShown<QFileDialog>([path](QFileDialog &dialog) {
        // Keys would go to the list of completions.
        dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
        const auto *box = dialog.findChild<QDialogButtonBox *>();
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        if (dialog.isVisible()) {
            QTest::qFail("the dialog does not take the path", __FILE__, __LINE__);
            dialog.reject();
        }
    });
}

/// Clicks an entry in a menu of the window's bar, both by their names without the mark of a key.
inline void chooseInMenuBar(const QMainWindow &window, const QString &menu, const QString &entry)
{
    const auto named = [](const QList<QAction *> &actions, const QString &name) -> QAction * {
        const auto found = std::find_if(actions.begin(), actions.end(),
            [&](const QAction *action) { return action->text().remove(QLatin1Char('&')) == name; });
        return found == actions.end() ? nullptr : *found;
    };
    QMenuBar *bar = window.menuBar();
    QAction *top = named(bar->actions(), menu);
    if (top == nullptr)
        return QTest::qFail(qPrintable(QStringLiteral("there is no menu ") + menu), __FILE__, __LINE__);
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(top).center());
    auto *popup = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QAction *chosen = popup == nullptr ? nullptr : named(popup->actions(), entry);
    if (chosen == nullptr)
        return QTest::qFail(qPrintable(QStringLiteral("the menu has no ") + entry), __FILE__, __LINE__);
    QTest::mouseClick(popup, Qt::LeftButton, {}, popup->actionGeometry(chosen).center());
}

} // namespace inspector
