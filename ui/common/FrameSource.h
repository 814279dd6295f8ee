// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/InspectorEngine.h"

#include <QObject>

namespace inspector {

/// The engine as the window's thread sees it: its newest frame, and a signal when there is another. Frames
/// that come faster than the event loop runs are passed over.
class FrameSource final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrameSource)

public:
    /// Both must outlive it.
    FrameSource(const Clock &clock, const FactionCatalogue &catalogue, QObject *parent = nullptr);
    ~FrameSource() override;

    [[nodiscard]] const InspectorFrame &frame() const { return *m_frame; }
    /// The file's name, or "demo mission".
    [[nodiscard]] QString sourceName() const;
    [[nodiscard]] InspectorEngine &engine() { return *m_engine; }
    [[nodiscard]] const FactionCatalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

signals:
    /// Another session, before its first frameChanged().
    void sessionChanged();
    void frameChanged();

private:
    void take();

    const Clock &m_clock;
    const FactionCatalogue &m_catalogue;
    InspectorFramePtr m_frame = std::make_shared<const InspectorFrame>();
    std::unique_ptr<InspectorEngine> m_engine;
};

} // namespace inspector
