// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/WorldStateStore.h"

#include <utility>

namespace inspector {

namespace {

/// Calls each listener that is still there, also while listeners come and go during the calls.
template <class Listener, class... Args>
void callAll(std::vector<std::weak_ptr<Listener>> &listeners, const Args &...args)
{
    bool anyGone = false;
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        if (const auto listener = listeners[i].lock())
            (*listener)(args...);
        else
            anyGone = true;
    }
    if (anyGone)
        std::erase_if(listeners, [](const auto &listener) { return listener.expired(); });
}

template <class Listener>
std::shared_ptr<void> add(std::vector<std::weak_ptr<Listener>> &listeners, Listener listener)
{
    auto kept = std::make_shared<Listener>(std::move(listener));
    listeners.push_back(kept);
    return kept;
}

WorldState startState(const WorldStateStore::Options &options)
{
    WorldState state;
    TutorialState tutorial;
    tutorial.promptHistoryLimit = options.promptHistoryLimit;
    tutorial.promptHistorySnapshotLimit = options.promptSnapshotLimit;
    state.set<TutorialSlice>(std::move(tutorial));
    return state;
}

} // namespace

WorldStateStore::WorldStateStore(EventBus &bus)
    : WorldStateStore(bus, Options())
{}

WorldStateStore::WorldStateStore(EventBus &bus, Options options)
    : m_bus(bus)
    , m_options(options)
    , m_start(startState(options))
    , m_state(m_start)
{
    for (const std::string_view event : actionEvents())
        m_subscriptions.push_back(bus.subscribe(event, [this](const Event &emitted) { dispatch(emitted); }));
}

WorldStateStore::~WorldStateStore() = default;

bool WorldStateStore::dispatch(const Event &event)
{
    constexpr const char *actionEvent = "worldstate:action";
    m_reader.clear();
    const std::optional<Action> action = decodeAction(event, m_reader);
    if (!action)
        return false;
    remember(event);
    replaceState(reduce(m_state, *action), event.name, event.timestamp);
    tellIssues(event.name, event.timestamp);
    if (m_bus.hasListeners(actionEvent)) {
        m_bus.emitEvent(
            {actionEvent, event.timestamp, JsonObject{{"event", event.name}, {"payload", event.payload}}});
    }
    return true;
}

void WorldStateStore::hydrate(const JsonObject &snapshot, TimeMs at)
{
    m_reader.clear();
    replaceState(hydrated(snapshot, m_start, m_reader), hydrateEvent, at);
    tellIssues(hydrateEvent, at);
}

void WorldStateStore::restore(WorldState state)
{
    m_state = std::move(state);
    m_history.clear();
}

void WorldStateStore::replaceState(const WorldState &next, std::string_view event, TimeMs at)
{
    StatePaths paths = std::exchange(m_paths, {}); // a listener may dispatch; it then gets a list of its own
    paths.clear();
    collectStateChanges(m_state, next, paths);
    if (!paths.empty()) {
        const WorldState previous = std::exchange(m_state, next);
        tellUpdate({previous, next, paths, event, at});
    }
    m_paths = std::move(paths);
}

void WorldStateStore::remember(const Event &event)
{
    if (m_options.actionHistoryLimit == 0)
        return;
    if (m_history.size() >= m_options.actionHistoryLimit)
        m_history.pop_front();
    m_history.push_back({event.name, event.timestamp, event.payload});
}

void WorldStateStore::tellUpdate(const Update &update)
{
    constexpr const char *updatedEvent = "worldstate:updated";
    callAll(m_updateListeners, update);
    if (!m_bus.hasListeners(updatedEvent))
        return;
    JsonArray paths;
    for (const StatePath &path : update.paths)
        paths.emplace_back(path.text());
    m_bus.emitEvent(
        {updatedEvent, update.at, JsonObject{{"event", update.event}, {"paths", std::move(paths)}}});
}

void WorldStateStore::tellIssues(std::string_view event, TimeMs at)
{
    constexpr const char *errorEvent = "worldstate:error";
    if (m_reader.issues().empty())
        return;
    const std::vector<FieldIssue> issues = m_reader.issues(); // a listener may dispatch and so read again
    for (const FieldIssue &issue : issues) {
        callAll(m_issueListeners, event, issue);
        m_bus.emitEvent({errorEvent, at,
            JsonObject{{"event", event}, {"field", issue.field}, {"expected", issue.expected},
                {"found", issue.found}}});
    }
}

std::shared_ptr<void> WorldStateStore::onUpdate(UpdateListener listener)
{
    return add(m_updateListeners, std::move(listener));
}

std::shared_ptr<void> WorldStateStore::onIssue(IssueListener listener)
{
    return add(m_issueListeners, std::move(listener));
}

} // namespace inspector
