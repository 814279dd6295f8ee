// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/FrameSource.h"

#include "ui/common/Words.h"

#include <QFileInfo>

namespace inspector {

FrameSource::FrameSource(const Clock &clock, const FactionCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_catalogue(catalogue)
    , m_engine(std::make_unique<InspectorEngine>(InspectorEngine::Options{clock, catalogue, {},
          [this] { QMetaObject::invokeMethod(this, &FrameSource::take, Qt::QueuedConnection); }}))
{}

// The engine first: it calls this object from its thread.
FrameSource::~FrameSource()
{
    m_engine.reset();
}

QString FrameSource::sourceName() const
{
    return m_frame->source.kind == SessionSource::Kind::File
               ? QFileInfo(words::text(m_frame->source.path)).fileName()
               : tr("demo mission");
}

void FrameSource::take()
{
    InspectorFramePtr frame = m_engine->takeFrame();
    if (frame == nullptr)
        return;
    const bool isOther = frame->session != m_frame->session;
    m_frame = std::move(frame);
    if (isOther)
        emit sessionChanged();
    emit frameChanged();
}

} // namespace inspector
