// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/EndState.h"

#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "core/session/WatchedDevice.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace inspector {

EndState::EndState(QObject *parent)
    : QObject(parent)
{}

EndState::~EndState()
{
    cancel();
}

void EndState::cancel()
{
    if (m_stop != nullptr)
        m_stop->request();
    m_stop.reset();
    m_end.reset();
}

void EndState::read(const QString &path)
{
    cancel();
    m_stop = std::make_shared<StopFlag>();
    QThreadPool::globalInstance()->start([receiver = QPointer(this), stop = m_stop, path] {
        auto end = std::make_shared<Result<End>>(of(path, stop.get()));
        // Back on the window's thread; where nobody is there any more, or asks for another, it is dropped.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [receiver, stop, path, end] {
            if (receiver == nullptr || receiver->m_stop != stop)
                return;
            receiver->m_end = std::move(*end);
            emit receiver->found(path);
        });
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
