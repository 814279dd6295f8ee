// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/PlotDrawer.h"

#include <QObject>

namespace inspector {

struct InspectorFrame;

/// Reads a session on the thread that asks, and has the windows' thread, in which it lives and whose event
/// loop has to run, draw it.
class SessionPlotDrawer final : public QObject, public PlotDrawer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionPlotDrawer)

public:
    explicit SessionPlotDrawer(QObject *parent = nullptr);

    [[nodiscard]] Result<std::vector<Plot>> draw(SessionInput input, const Request &request) override;
};

} // namespace inspector
