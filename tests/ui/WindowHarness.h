// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SystemClock.h"
#include "ui/MainWindow.h"
#include "ui/SessionCommands.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

namespace inspector {

/// A window on settings of its own, with files to open. Every warning of Qt fails the test, but for what the
/// platform without a display says of itself.
class WindowHarness
{
public:
    WindowHarness()
    {
        const bool isOffscreen = QGuiApplication::platformName() == QLatin1String("offscreen");
        QTest::failOnWarning(QRegularExpression(
            isOffscreen ? QStringLiteral("^(?!This plugin does not support )") : QStringLiteral(".*")));
        QCoreApplication::setOrganizationName(QStringLiteral("telemetry-inspector-tests"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }

    MainWindow &open()
    {
        m_window = std::make_unique<MainWindow>(m_clock, NamedCatalogue{FactionCatalogue::builtIn()},
            MainWindow::Folders{path(QStringLiteral("slots")), path(QStringLiteral("data"))});
        m_window->show();
        m_window->activateWindow(); // a display without a window manager gives no window the keys by itself
        if (!QTest::qWaitForWindowExposed(m_window.get()) || !QTest::qWaitForWindowActive(m_window.get()))
            QTest::qFail("the window does not show", __FILE__, __LINE__);
        return *m_window;
    }
    /// A window with the demo mission, which is read; fails the test where it never is.
    MainWindow &openDemo()
    {
        open().commands().openDemo();
        if (!waitUntilRead())
            QTest::qFail("the demo is not read", __FILE__, __LINE__);
        return *m_window;
    }
    void close() { m_window.reset(); }
    [[nodiscard]] MainWindow &window() const { return *m_window; }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::Append | QIODevice::Unbuffered) || file.write(content) != content.size())
            QTest::qFail("not written", __FILE__, __LINE__);
        return path(name);
    }

    /// Waits for the signals of the engine until it holds; fails the test where it never does.
    bool waitFor(const std::function<bool(const InspectorFrame &)> &isIt) const
    {
        constexpr int patience = 60'000; // ms; only a hang gets there
        return QTest::qWaitFor([&] { return isIt(m_window->source().frame()); }, patience);
    }
    bool waitUntilRead() const
    {
        return waitFor([](const InspectorFrame &frame) {
            return frame.phase == InspectorFrame::Phase::Ready ||
                   frame.phase == InspectorFrame::Phase::Failed;
        });
    }
    /// Until the state at the cursor is there.
    bool waitForState() const
    {
        return waitFor(
            [this](const InspectorFrame &frame) { return frame.cursor == m_window->cursor().number(); });
    }

    /// Chooses an entry of the context menu at a place of a widget; fails the test where there is none.
    void chooseFromMenu(QWidget &widget, const QPoint &at, const QString &entry) const
    {
        // The menu has a loop of its own.
        QTimer::singleShot(0, &widget, [entry] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (menu == nullptr)
                return QTest::qFail("there is no menu", __FILE__, __LINE__);
            for (QAction *action : menu->actions()) {
                if (action->text() == entry) {
                    const QRect place = menu->actionGeometry(action);
                    return QTest::mouseClick(menu, Qt::LeftButton, {}, place.center());
                }
            }
            QTest::qFail(qPrintable(QStringLiteral("the menu has no ") + entry), __FILE__, __LINE__);
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget.mapToGlobal(at));
        QCoreApplication::sendEvent(&widget, &event);
    }

    /// Works on the next dialog of that kind that comes up; such a dialog has a loop of its own.
    template <class Dialog>
    static void whenShown(const std::function<void(Dialog &)> &work)
    {
        constexpr int betweenLooksMs = 5;
        auto *looks = new QTimer(QCoreApplication::instance());
        QObject::connect(looks, &QTimer::timeout, looks, [looks, work] {
            auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            looks->stop();
            looks->deleteLater();
            work(*dialog);
        });
        looks->start(betweenLooksMs);
    }

    /// A widget by its accessible name, one that is seen before others.
    template <class Widget>
    Widget *find(const QString &name) const
    {
        Widget *found = nullptr;
        for (Widget *widget : m_window->findChildren<Widget *>()) {
            const bool isIt = widget->accessibleName() == name || widget->objectName() == name;
            if (isIt && (found == nullptr || (!found->isVisible() && widget->isVisible())))
                found = widget;
        }
        if (found == nullptr)
            QTest::qFail(qPrintable(QStringLiteral("there is no ") + name), __FILE__, __LINE__);
        return found;
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace inspector
