// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FrozenState.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"
#include "tests/support/StepSession.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <vector>

using namespace inspector;

class tst_FrozenState : public QObject
{
    Q_OBJECT

private slots:
    void comesBackEqual()
    {
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            const PlayedSession played(RandomSession(seed).text(100));
            for (const ReplayState &state : played.states) {
                const auto frozen = FrozenState::freeze(state, 1U << 20U);
                QVERIFY(frozen.has_value());
                QVERIFY(frozen->thaw() == state);
                QCOMPARE(shown(snapshotJson(frozen->thaw().world)), shown(snapshotJson(state.world)));
            }
        }
    }

    void holdsWhatDidNotChange()
    {
        const PlayedSession played(stepSession(400, 160));
        HeldParts before;
        std::vector<FrozenState> all;

        for (const ReplayState &state : played.states) {
            const auto frozen = FrozenState::freeze(state, 1U << 20U, &before);
            QVERIFY(frozen.has_value());
            all.push_back(*frozen);
        }

        for (std::size_t i = 0; i < all.size(); ++i)
            QVERIFY(all[i].thaw() == played.states[i]);
        const auto alone = FrozenState::freeze(played.states.back(), 1U << 20U);
        QVERIFY(all.back().held().size() > 0);
        QVERIFY(all.back().bytes() < alone->bytes());
        QCOMPARE(alone->held().size(), std::size_t{0});
    }

    void isSmall()
    {
        QByteArray text;
        for (int i = 0; i < 200; ++i) {
            text.append("{\"type\":\"event\",\"timestamp\":17684694430")
                .append(QByteArray::number(10 + i % 90))
                .append(",\"event\":\"tutorial:step_started\",\"payload\":{\"stepId\":\"s")
                .append(QByteArray::number(i % 20))
                .append("\",\"title\":\"The title of a step\"}}\n");
        }
        const PlayedSession played(text);

        const auto frozen = FrozenState::freeze(played.states.back(), 1U << 20U);

        QVERIFY(frozen->bytes() > 1000);
        QVERIFY(frozen->bytes() < 5000); // fifty transcript entries and ten prompt snapshots
        QVERIFY(FrozenState::freeze(played.states.back(), frozen->bytes()).has_value());
        QVERIFY(!FrozenState::freeze(played.states.back(), frozen->bytes() - 1).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_FrozenState)
#include "tst_FrozenState.moc"
