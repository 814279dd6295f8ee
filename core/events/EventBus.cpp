// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/EventBus.h"

#include "core/base/KeyHash.h"
#include "core/base/Logging.h"
#include "core/base/SameText.h"
#include "core/events/TopicPattern.h"

#include <algorithm>
#include <exception>
#include <unordered_map>
#include <utility>
#include <vector>

namespace inspector {

namespace {

struct Entry
{
    std::string topic;
    EventBus::Listener listener;
    int priority = EventBus::defaultPriority;
    bool pattern = false;
    bool once = false;
    bool active = true;
};
using EntryPtr = std::shared_ptr<Entry>;
using Route = std::vector<EntryPtr>;

struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return keyHash(text); }
};

void call(const Entry &entry, const Event &event, std::uint64_t &failedCalls)
{
    try {
        entry.listener(event);
        return;
    } catch (const std::exception &error) {
        qCWarning(lcBus, "a listener of %s threw: %s", entry.topic.c_str(), error.what());
    } catch (...) {
        qCWarning(lcBus, "a listener of %s threw", entry.topic.c_str());
    }
    ++failedCalls;
}

} // namespace

struct EventBus::Registry
{
    /// The listeners of `name` in the order in which they are called. The list is immutable: whoever walks it
    /// is not disturbed by listeners that come and go meanwhile, if it keeps a copy of the pointer.
    const std::shared_ptr<const Route> &routeOf(std::string_view name)
    {
        constexpr std::size_t maxRoutes =
            4096; // names come from the game; a hostile one invents new ones for ever
        if (newest != nullptr && isSameText(newest->first, name))
            return newest->second;
        if (const auto known = routes.find(name); known != routes.end())
            return (newest = &*known)->second;
        auto route = std::make_shared<Route>();
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(*route), [&](const EntryPtr &entry) {
            return entry->pattern ? matchesPattern(entry->topic, name) : entry->topic == name;
        });
        std::stable_sort(route->begin(), route->end(), [](const EntryPtr &a, const EntryPtr &b) {
            return std::pair(a->pattern, a->priority) < std::pair(b->pattern, b->priority);
        });
        newest = nullptr;
        if (routes.size() >= maxRoutes)
            routes.clear();
        return (newest = &*routes.emplace(std::string(name), std::move(route)).first)->second;
    }

    void add(const EntryPtr &entry)
    {
        entries.push_back(entry);
        forgetRoutes();
    }

    void remove(const EntryPtr &entry)
    {
        entry->active = false;
        std::erase(entries, entry);
        forgetRoutes();
    }

    void forgetRoutes()
    {
        routes.clear();
        newest = nullptr;
        ++changes;
    }

    using Routes = std::unordered_map<std::string, std::shared_ptr<const Route>, TextHash, std::equal_to<>>;

    std::vector<EntryPtr> entries; // in order of subscription
    Routes routes;
    const Routes::value_type *newest = nullptr; // who asks before an event asks again as it is emitted
    std::uint64_t changes = 0;                  // how often listeners came or went
    std::uint64_t failedCalls = 0;
};

struct EventBus::Subscription::Target
{
    std::weak_ptr<Registry> registry;
    std::weak_ptr<Entry> entry;
};

EventBus::Subscription::Subscription(std::unique_ptr<Target> target)
    : m_target(std::move(target))
{}

EventBus::Subscription::Subscription() = default;

EventBus::Subscription::~Subscription()
{
    reset();
}

EventBus::Subscription::Subscription(Subscription &&other) noexcept
    : m_target(std::move(other.m_target))
{}

EventBus::Subscription &EventBus::Subscription::operator=(Subscription &&other) noexcept
{
    if (this != &other) {
        reset();
        m_target = std::move(other.m_target);
    }
    return *this;
}

void EventBus::Subscription::reset()
{
    const auto target = std::exchange(m_target, nullptr);
    if (!target)
        return;
    const auto registry = target->registry.lock();
    const auto entry = target->entry.lock();
    if (registry && entry)
        registry->remove(entry);
}

bool EventBus::Subscription::isActive() const
{
    if (!m_target || m_target->registry.expired())
        return false;
    const auto entry = m_target->entry.lock();
    return entry && entry->active;
}

EventBus::Interest::Interest(const EventBus &bus, std::string_view name)
    : m_bus(bus)
    , m_name(name)
    , m_asOf(bus.m_registry->changes)
    , m_isThere(bus.hasListeners(name))
{}

bool EventBus::Interest::isThere() const
{
    if (m_asOf != m_bus.m_registry->changes) {
        m_asOf = m_bus.m_registry->changes;
        m_isThere = m_bus.hasListeners(m_name);
    }
    return m_isThere;
}

EventBus::EventBus()
    : m_registry(std::make_shared<Registry>())
{}

EventBus::~EventBus() = default;

EventBus::Subscription EventBus::subscribe(std::string_view topic, Listener listener, int priority)
{
    return add(topic, std::move(listener), priority, false);
}

EventBus::Subscription EventBus::once(std::string_view topic, Listener listener, int priority)
{
    return add(topic, std::move(listener), priority, true);
}

EventBus::Subscription EventBus::add(std::string_view topic, Listener listener, int priority, bool once)
{
    const auto entry = std::make_shared<Entry>(
        Entry{std::string(topic), std::move(listener), priority, isPattern(topic), once, true});
    m_registry->add(entry);
    return Subscription(std::make_unique<Subscription::Target>(Subscription::Target{m_registry, entry}));
}

bool EventBus::emitEvent(const Event &event)
{
    const std::shared_ptr<Registry> registry = m_registry; // a listener may destroy the bus
    const std::shared_ptr<const Route> route = registry->routeOf(event.name);
    for (const EntryPtr &entry : *route) {
        if (!entry->active)
            continue;
        if (entry->once)
            registry->remove(
                entry); // before the call: a nested event of the same name must not reach it again
        call(*entry, event, registry->failedCalls);
    }
    return !route->empty();
}

bool EventBus::hasListeners(std::string_view name) const
{
    return !m_registry->routeOf(name)->empty();
}

std::uint64_t EventBus::failedCalls() const
{
    return m_registry->failedCalls;
}

} // namespace inspector
