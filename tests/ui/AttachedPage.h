// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/LivePage.h"
#include "ui/live/LiveAttach.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace inspector {

/// A page that attaches with what the window shows.
class AttachedPage
{
public:
    AttachedPage(const LiveAttach &attach, const QByteArray &session, const QByteArray &token = {})
        : m_page(QUrl(attach.url()))
    {
        m_page.sayHello(session, token.isEmpty() ? attach.token().toUtf8() : token);
    }

    void send(int seq) { m_page.send(LivePage::record(seq, "faction:a")); }
    [[nodiscard]] bool hears(const QByteArray &text) { return m_page.waitFor(LivePage::json(text)); }
    void close() { m_page.socket().close(); }

private:
    LivePage m_page;
};

/// Whether a label that is seen holds the text.
inline bool says(const QWidget &window, const QString &text)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

/// Fails the test where no such button is seen.
inline void click(const QWidget &window, const QString &text)
{
    for (QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text)
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QTest::qFail(qPrintable(QStringLiteral("there is no ") + text), __FILE__, __LINE__);
}

} // namespace inspector
