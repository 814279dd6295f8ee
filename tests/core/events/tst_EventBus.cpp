// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/EventBus.h"
#include "core/events/TopicPattern.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <algorithm>
#include <optional>
#include <random>
#include <stdexcept>
#include <vector>

using namespace inspector;

namespace {

/// A listener that writes one letter down.
EventBus::Listener writes(QByteArray &log, char letter)
{
    return [&log, letter](const Event &) { log += letter; };
}

void emitName(EventBus &bus, const char *name)
{
    bus.emitEvent({name, 0, {}});
}

/// The bus as its description tells it, without any shortcut.
struct Model
{
    struct Entry
    {
        std::string topic;
        int priority = 0;
        int id = 0;
        bool once = false;
    };
    std::vector<Entry> entries; // in order of subscription

    static bool hears(const Entry &entry, const std::string &name)
    {
        return isPattern(entry.topic) ? matchesPattern(entry.topic, name) : entry.topic == name;
    }

    bool hasListeners(const std::string &name) const
    {
        return std::any_of(
            entries.begin(), entries.end(), [&](const Entry &entry) { return hears(entry, name); });
    }

    std::vector<int> emitted(const std::string &name)
    {
        std::vector<Entry> heard;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(heard),
            [&](const Entry &entry) { return hears(entry, name); });
        std::stable_sort(heard.begin(), heard.end(), [](const Entry &a, const Entry &b) {
            if (isPattern(a.topic) != isPattern(b.topic))
                return isPattern(b.topic);
            return a.priority < b.priority;
        });
        std::erase_if(entries, [&](const Entry &entry) { return entry.once && hears(entry, name); });
        std::vector<int> ids;
        ids.reserve(heard.size());
        for (const Entry &entry : heard)
            ids.push_back(entry.id);
        return ids;
    }
};

} // namespace

class tst_EventBus : public QObject
{
    Q_OBJECT

private slots:
    void handsTheEventOver()
    {
        EventBus bus;
        std::optional<Event> heard;
        const auto subscription = bus.subscribe("a:b", [&](const Event &event) { heard = event; });
        const Event event{"a:b", 12.5, JsonObject{{"key", "value"}}};
        bus.emitEvent(event);
        QVERIFY(heard == event);
    }

    void topics()
    {
        EventBus bus;
        QByteArray log;
        const auto exact = bus.subscribe("faction:reset", writes(log, 'e'));
        const auto pattern = bus.subscribe("faction:*", writes(log, 'p'));
        const auto other = bus.subscribe("a:b", writes(log, 'o'));
        emitName(bus, "faction:reset");
        QCOMPARE(log, QByteArray("ep"));
        emitName(bus, "faction:changed");
        QCOMPARE(log, QByteArray("epp"));
        emitName(bus, "faction:a:b");
        emitName(bus, "faction");
        QCOMPARE(log, QByteArray("epp"));
    }

    void order()
    {
        EventBus bus;
        QByteArray log;
        std::vector<EventBus::Subscription> all;
        all.push_back(bus.subscribe("x:*", writes(log, '7'), -5));
        all.push_back(bus.subscribe("x:y", writes(log, '5'), 60));
        all.push_back(bus.subscribe("x:y", writes(log, '2')));
        all.push_back(bus.subscribe("x:y", writes(log, '3'), EventBus::defaultPriority));
        all.push_back(bus.subscribe("x:y", writes(log, '1'), -1));
        all.push_back(bus.subscribe("*:y", writes(log, '8')));
        all.push_back(bus.subscribe("x:*", writes(log, '9')));
        all.push_back(bus.once("x:y", writes(log, '4'), 50));
        emitName(bus, "x:y");
        QCOMPARE(log, QByteArray("12345789"));
    }

    void onceIsForTheFirstEventOnly()
    {
        EventBus bus;
        QByteArray log;
        const auto subscription = bus.once("x:*", writes(log, 'o'));
        QVERIFY(subscription.isActive());
        emitName(bus, "x:a");
        QVERIFY(!subscription.isActive());
        emitName(bus, "x:b");
        QCOMPARE(log, QByteArray("o"));
    }

    void onceHearsNoNestedEvent()
    {
        EventBus bus;
        QByteArray log;
        const auto subscription = bus.once("x", [&](const Event &) {
            log += 'o';
            emitName(bus, "x");
        });
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("o"));
    }

    void subscriptionsEndWithTheirLife()
    {
        EventBus bus;
        QByteArray log;
        {
            const auto subscription = bus.subscribe("x", writes(log, 'a'));
            emitName(bus, "x");
        }
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("a"));
    }

    void subscriptionsMove()
    {
        EventBus bus;
        QByteArray log;
        EventBus::Subscription none;
        QVERIFY(!none.isActive());
        EventBus::Subscription a = bus.subscribe("x", writes(log, 'a'));
        EventBus::Subscription b = bus.subscribe("x", writes(log, 'b'));
        EventBus::Subscription moved(std::move(a));
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("ab"));
        moved = std::move(b); // ends what it held
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("abb"));
        QVERIFY(moved.isActive());
        moved.reset();
        moved.reset();
        QVERIFY(!moved.isActive());
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("abb"));
    }

    void subscriptionsMayOutliveTheBus()
    {
        EventBus::Subscription subscription;
        {
            EventBus bus;
            subscription = bus.subscribe("x", [](const Event &) {});
            QVERIFY(subscription.isActive());
        }
        QVERIFY(!subscription.isActive());
        subscription.reset();
    }

    void whoSubscribesHearsTheNextEvent()
    {
        EventBus bus;
        QByteArray log;
        std::vector<EventBus::Subscription> late;
        const auto subscription = bus.subscribe("x", [&](const Event &) {
            log += 'a';
            late.push_back(bus.subscribe("x", writes(log, 'n'), 99));
        });
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("a"));
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("aan"));
    }

    void whoUnsubscribesHearsNothingMore()
    {
        EventBus bus;
        QByteArray log;
        EventBus::Subscription own;
        EventBus::Subscription later;
        own = bus.subscribe("x", [&](const Event &) {
            log += 'a';
            own.reset();
            later.reset();
        });
        later = bus.subscribe("x", writes(log, 'b'));
        const auto last = bus.subscribe("x", writes(log, 'c'));
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("ac"));
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("acc"));
    }

    void anEventInsideAListenerIsDeliveredAtOnce()
    {
        EventBus bus;
        QByteArray log;
        const auto first = bus.subscribe("x", [&](const Event &) {
            log += '(';
            emitName(bus, "y");
            log += ')';
        });
        const auto second = bus.subscribe("x", writes(log, 'x'));
        const auto inner = bus.subscribe("y", writes(log, 'y'));
        emitName(bus, "x");
        QCOMPARE(log, QByteArray("(y)x"));
    }

    void aListenerThatThrowsStopsNobody()
    {
        EventBus bus;
        QByteArray log;
        const auto first = bus.subscribe("x", [](const Event &) { throw std::runtime_error("broken"); });
        const auto second = bus.subscribe("x", [](const Event &) { throw 7; });
        const auto third = bus.subscribe("x", writes(log, 'c'));
        QCOMPARE(bus.failedCalls(), std::uint64_t(0));

        QTest::ignoreMessage(QtWarningMsg, "a listener of x threw: broken");
        QTest::ignoreMessage(QtWarningMsg, "a listener of x threw");
        emitName(bus, "x");

        QCOMPARE(log, QByteArray("c"));
        QCOMPARE(bus.failedCalls(), std::uint64_t(2));
        QVERIFY(first.isActive());
    }

    void hasListeners()
    {
        EventBus bus;
        QVERIFY(!bus.hasListeners("x:y"));
        EventBus::Subscription pattern = bus.subscribe("x:*", [](const Event &) {});
        QVERIFY(bus.hasListeners("x:y"));
        QVERIFY(!bus.hasListeners("x"));
        pattern.reset();
        QVERIFY(!bus.hasListeners("x:y"));
        const auto once = bus.once("x:y", [](const Event &) {});
        QVERIFY(bus.hasListeners("x:y"));
        emitName(bus, "x:y");
        QVERIFY(!bus.hasListeners("x:y"));
    }

    void moreNamesThanRoutesAreRemembered()
    {
        EventBus bus;
        int heard = 0;
        const auto subscription = bus.subscribe("n:*", [&](const Event &) { ++heard; });
        constexpr int names = 10'000;
        for (int i = 0; i < names; ++i)
            bus.emitEvent({"n:" + std::to_string(i), 0, {}});
        QCOMPARE(heard, names);
    }

    void aListenerMayDestroyTheBus()
    {
        auto bus = std::make_unique<EventBus>();
        QByteArray log;
        const auto first = bus->subscribe("x", [&](const Event &) {
            log += 'a';
            bus.reset();
        });
        const auto second = bus->subscribe("x", writes(log, 'b'));
        emitName(*bus, "x");
        QVERIFY(!bus);
        QVERIFY(log.startsWith('a'));
        QVERIFY(!second.isActive());
    }

    void behavesAsItsDescription_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void behavesAsItsDescription()
    {
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        const auto below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
        const std::vector<std::string> topics{"a", "*", "a:b", "a:*", "*:b", "*:*", "a:b:c", "a:*:c"};
        const std::vector<std::string> names{"a", "b", "a:b", "a:c", "c:b", "a:b:c", "a:x:c", "x:y:z", ""};

        EventBus bus;
        Model model;
        std::vector<std::pair<int, EventBus::Subscription>> live;
        std::vector<int> heard;
        for (int step = 0; step < 400; ++step) {
            const std::size_t action = below(10);
            if (action < 3) {
                const Model::Entry entry{
                    topics[below(topics.size())], static_cast<int>(below(3)), step, below(4) == 0};
                const auto listener = [&heard, id = entry.id](const Event &) { heard.push_back(id); };
                live.emplace_back(entry.id, entry.once
                                                ? bus.once(entry.topic, listener, entry.priority)
                                                : bus.subscribe(entry.topic, listener, entry.priority));
                model.entries.push_back(entry);
            } else if (action < 5 && !live.empty()) {
                const auto gone = live.begin() + static_cast<std::ptrdiff_t>(below(live.size()));
                std::erase_if(model.entries, [&](const auto &entry) { return entry.id == gone->first; });
                live.erase(gone);
            } else {
                const std::string &name = names[below(names.size())];
                QCOMPARE(bus.hasListeners(name), model.hasListeners(name));
                heard.clear();
                bus.emitEvent({name, 0, {}});
                QCOMPARE(heard, model.emitted(name));
            }
        }
    }

    void interestFollowsTheListeners()
    {
        EventBus bus;
        const EventBus::Interest interest(bus, "a:b");
        QVERIFY(!interest.isThere());
        {
            const auto other = bus.subscribe("a", [](const Event &) {});
            QVERIFY(!interest.isThere());
            const auto pattern = bus.subscribe("a:*", [](const Event &) {});
            QVERIFY(interest.isThere());
        }
        QVERIFY(!interest.isThere());
        const auto once = bus.once("a:b", [](const Event &) {});
        QVERIFY(interest.isThere());
        emitName(bus, "a:b");
        QVERIFY(!interest.isThere());
    }

    void tellsWhetherAnEventHadListeners()
    {
        EventBus bus;
        const auto once = bus.once("a", [](const Event &) {});
        QVERIFY(bus.emitEvent({"a", 0, {}}));
        QVERIFY(!bus.emitEvent({"a", 0, {}}));
    }
};

QTEST_APPLESS_MAIN(tst_EventBus)
#include "tst_EventBus.moc"
