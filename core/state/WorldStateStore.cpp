// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/WorldStateStore.h"

#include <utility>

namespace inspector {

namespace {

constexpr const char *actionEvent = "worldstate:action";
constexpr const char *updatedEvent = "worldstate:updated";
constexpr const char *errorEvent = "worldstate:error";

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
    , m_interestInActions(bus, actionEvent)
    , m_interestInUpdates(bus, updatedEvent)
    , m_options(options)
    , m_start(startState(options))
    , m_state(m_start)
{
    for (const std::string_view event : actionEvents()) {
        m_subscriptions.push_back(bus.subscribe(
            event, [this, decode = actionDecoder(event)](const Event &emitted) { take(emitted, decode); }));
    }
}

WorldStateStore::~WorldStateStore() = default;

bool WorldStateStore::dispatch(const Event &event)
{
    const ActionDecoder decode = actionDecoder(event.name);
    if (decode == nullptr)
        return false;
    take(event, decode);
    return true;
}

void WorldStateStore::take(const Event &event, ActionDecoder decode)
{
    m_reader.clear();
    Action action = decode(event, m_reader);
    remember(event);
    if (m_watcher != nullptr)
        m_watcher->before(m_state, action);
    if (m_updateListeners.empty() && !m_interestInUpdates.isThere())
        reduceInPlace(m_state, std::move(action)); // nobody asks what was before
    else
        replaceState(reduce(m_state, std::move(action)), event.name, event.timestamp);
    if (m_watcher != nullptr)
        m_watcher->after(m_state);
    tellIssues(event.name, event.timestamp);
    if (m_interestInActions.isThere()) {
        m_bus.emitEvent(
            {actionEvent, event.timestamp, JsonObject{{"event", event.name}, {"payload", event.payload}}});
    }
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
        if (m_watcher != nullptr && event == hydrateEvent)
            m_watcher->hydrated(previous, m_state);
        tellUpdate({previous, next, paths, event, at});
    }
    m_paths = std::move(paths);
}

void WorldStateStore::remember(const Event &event)
{
    if (m_options.actionHistoryLimit == 0)
        return;
    if (m_history.size() < m_options.actionHistoryLimit) {
        m_history.emplace_back();
    } else {
        m_history.push_back(std::move(m_history.front())); // the memory of its name serves again
        m_history.pop_front();
    }
    ActionRecord &record = m_history.back();
    record.event = event.name;
    record.at = event.timestamp;
    record.payload = event.payload;
}

void WorldStateStore::tellUpdate(const Update &update)
{
    callAll(m_updateListeners, update);
    if (!m_interestInUpdates.isThere())
        return;
    JsonArray paths;
    for (const StatePath &path : update.paths)
        paths.emplace_back(path.text());
    m_bus.emitEvent(
        {updatedEvent, update.at, JsonObject{{"event", update.event}, {"paths", std::move(paths)}}});
}

void WorldStateStore::tellIssues(std::string_view event, TimeMs at)
{
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
