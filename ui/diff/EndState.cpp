// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/EndState.h"

#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "core/session/WatchedDevice.h"

#include <utility>

namespace inspector {

EndState::EndState(QObject *parent)
    : QObject(parent)
{}

void EndState::cancel()
{
    m_reading.cancel();
    m_end.reset();
}

void EndState::read(const QString &path)
{
    cancel();
    m_reading.start([path](const StopFlag &stop) { return of(path, &stop); },
        [this, path](Result<End> end) {
            m_end = std::move(end);
            emit found(path);
        });
}

Result<EndState::End> EndState::of(const QString &path, const StopFlag *stop)
{
    InputSpool::Options options;
    options.stop = stop;
    auto input = SessionInput::openFile(path.toStdString(), options);
    if (!input)
        return tl::unexpected(std::move(input.error()));
    WatchedDevice device(input->device(), {}, stop);
    SessionReplay replay;
    SessionReader reader(device,
        {input->modifiedAt(), [&replay](std::string_view event) { return replay.wantsEvent(event); }});
    SessionRecord record;
    for (;;) {
        Result<bool> more = reader.next(record);
        if (!more) {
            more.error().message = input->name() + ": " + more.error().message;
            return tl::unexpected(std::move(more.error()));
        }
        if (!*more)
            break;
        replay.apply(record, reader.report());
    }
    if (device.isStopped())
        return stop->failureOf("the reading of " + input->name());
    if (const std::string problem = input->problem(); !problem.empty())
        reader.report().add({ReadIssue::Kind::Warning, 0, problem, {}});
    return End{replay.store().state(), reader.report()};
}

} // namespace inspector
