// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SystemClock.h"
#include "core/engine/InspectorEngine.h"

#include <QSemaphore>
#include <QTest>

#include <functional>

namespace inspector {

/// An engine, and its frames as they come.
class EngineHarness
{
public:
    EngineHarness()
        : engine({clock, FactionCatalogue::builtIn(), {}, [this] { m_frames.release(); }})
    {}

    /// The first frame for which `isIt` holds; fails the test where none comes.
    InspectorFramePtr waitFor(const std::function<bool(const InspectorFrame &)> &isIt)
    {
        constexpr int patience = 60'000; // ms; only a hang gets there
        while (m_frames.tryAcquire(1, patience)) {
            InspectorFramePtr frame = engine.takeFrame();
            if (frame != nullptr && isIt(*frame))
                return frame;
        }
        QTest::qFail("no such frame came", __FILE__, __LINE__);
        return std::make_shared<const InspectorFrame>();
    }
    InspectorFramePtr waitUntilRead()
    {
        return waitFor([](const InspectorFrame &frame) {
            return frame.phase == InspectorFrame::Phase::Ready ||
                   frame.phase == InspectorFrame::Phase::Failed;
        });
    }
    InspectorFramePtr waitForCursor(std::uint64_t number)
    {
        return waitFor([&](const InspectorFrame &frame) { return frame.cursor == number; });
    }

private:
    QSemaphore m_frames; // before the engine, which uses it to its end

public:
    SystemClock clock;
    InspectorEngine engine;
};

} // namespace inspector
