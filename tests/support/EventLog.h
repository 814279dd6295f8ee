// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/EventBus.h"
#include "tests/support/TestJson.h"

#include <QByteArrayList>

namespace inspector {

/// Notes the events of a topic while it lives, as `name payload`.
class EventLog
{
public:
    EventLog(EventBus &bus, std::string_view topic)
        : m_subscription(bus.subscribe(topic, [this](const Event &event) { note(event); }))
    {}
    Q_DISABLE_COPY_MOVE(EventLog)

    [[nodiscard]] const QByteArrayList &lines() const { return m_lines; }
    [[nodiscard]] const QByteArrayList &names() const { return m_names; }

private:
    void note(const Event &event)
    {
        m_names.append(QByteArray::fromStdString(event.name));
        m_lines.append(QByteArray::fromStdString(event.name).append(' ').append(shown(event.payload)));
    }

    QByteArrayList m_lines, m_names;
    EventBus::Subscription m_subscription;
};

} // namespace inspector
