// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/Event.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace inspector {

/// Delivers events to listeners by topic. A topic is an event's name, or a pattern in which `*` stands for
/// one segment between colons: `faction:*` matches `faction:reset`, not `a:b:c`.
///
/// Order: listeners of the exact name before those of patterns, then lower priority number, then order of
/// subscription. Subscribing, unsubscribing and emitting inside a listener is safe: who subscribes hears the
/// next event, who unsubscribes nothing more. A listener that throws stops nobody; it is logged and counted.
/// For one thread.
class EventBus
{
public:
    using Listener = std::function<void(const Event &)>;
    static constexpr int defaultPriority = 50;

    /// Keeps a listener subscribed while it lives; may outlive the bus.
    class [[nodiscard]] Subscription
    {
    public:
        Subscription();
        ~Subscription();
        Subscription(Subscription &&other) noexcept;
        Subscription &operator=(Subscription &&other) noexcept;

        void reset();
        [[nodiscard]] bool isActive() const;

    private:
        friend class EventBus;
        struct Target;
        explicit Subscription(std::unique_ptr<Target> target);
        std::unique_ptr<Target> m_target;
    };

    /// Whether events of a name would reach anybody, for somebody who asks before each event that it makes:
    /// looked up again only when listeners came or went. The bus and the name must outlive it.
    class Interest
    {
    public:
        Interest(const EventBus &bus, std::string_view name);
        [[nodiscard]] bool isThere() const;

    private:
        const EventBus &m_bus;
        std::string_view m_name;
        mutable std::uint64_t m_asOf; // Registry::changes at the last look
        mutable bool m_isThere;
    };

    EventBus();
    ~EventBus();
    EventBus(const EventBus &) = delete;
    EventBus &operator=(const EventBus &) = delete;

    Subscription subscribe(std::string_view topic, Listener listener, int priority = defaultPriority);
    /// As `subscribe`, for the first event only.
    Subscription once(std::string_view topic, Listener listener, int priority = defaultPriority);

    /// Calls the listeners of the event's name; false when it has none.
    bool emitEvent(const Event &event);

    /// Whether an event of this name would reach anybody: to spare the making of one that nobody hears.
    [[nodiscard]] bool hasListeners(std::string_view name) const;

    /// How many calls of listeners ended in an exception.
    [[nodiscard]] std::uint64_t failedCalls() const;

private:
    struct Registry;
    Subscription add(std::string_view topic, Listener listener, int priority, bool once);

    std::shared_ptr<Registry> m_registry;
};

} // namespace inspector
