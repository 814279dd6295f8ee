// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/SessionPlotDrawer.h"

#include "core/base/StopFlag.h"
#include "core/engine/InspectorFrame.h"
#include "core/engine/SessionLoader.h"
#include "core/session/TimelineReader.h"
#include "ui/common/Words.h"
#include "ui/pictures/SessionPictures.h"

#include <QFileInfo>
#include <QIODevice>

#include <chrono>
#include <future>
#include <memory>
#include <utility>

namespace inspector {

namespace {

using Drawn = Result<std::vector<PlotDrawer::Plot>>;

/// What is drawn, with all that it needs: whoever asked may be gone by then.
struct Session
{
    InspectorFrame frame;
    FactionCatalogue catalogue;
    QString name;
};

bool isStopped(const PlotDrawer::Request &request)
{
    return request.stop != nullptr && request.stop->isRequested();
}

Result<Session> readSession(SessionInput input, const PlotDrawer::Request &request)
{
    input.device().seek(0);
    const std::string name = input.name();
    const auto loader = SessionLoader::open(std::move(input), {request.limits, {}, request.catalogue});
    if (!loader)
        return tl::unexpected(loader.error());
    const auto isEnough = [&] {
        return (*loader)->timeline().size() >= request.records || isStopped(request);
    };
    if (const Result<bool> more = (*loader)->readSome(isEnough); !more)
        return tl::unexpected(more.error());
    if (isStopped(request))
        return request.stop->failureOf("the drawing of " + name);
    Session session{{}, request.catalogue, QFileInfo(words::text(name)).fileName()};
    InspectorFrame &frame = session.frame;
    frame.timeline = (*loader)->timeline();
    frame.tracks = std::make_shared<const SessionTracks>((*loader)->tracks());
    frame.cursor = std::min(request.records, frame.size());
    return TimelineReader(*frame.timeline).stateAt(frame.cursor).map([&](const ReplayState &state) {
        frame.state = state;
        return session;
    });
}

} // namespace

SessionPlotDrawer::SessionPlotDrawer(QObject *parent)
    : QObject(parent)
{}

Drawn SessionPlotDrawer::draw(SessionInput input, const Request &request)
{
    constexpr std::chrono::milliseconds pause(20); // between two looks at the wish to stop
    const Result<Session> session = readSession(std::move(input), request);
    if (!session)
        return tl::unexpected(session.error());
    const auto drawn = std::make_shared<std::promise<Drawn>>();
    std::future<Drawn> result = drawn->get_future();
    QMetaObject::invokeMethod(this, [drawn, session = *session, createdAt = request.createdAt] {
        drawn->set_value(SessionPictures(session.frame, session.catalogue, session.name, createdAt).draw());
    });
    while (result.wait_for(pause) != std::future_status::ready) {
        if (isStopped(request))
            return request.stop->failureOf("the drawing of " + session->name.toStdString());
    }
    return result.get();
}

} // namespace inspector
