// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PictureCommands.h"

#include "core/telemetry/AtomicFile.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Words.h"
#include "ui/plot/PictureSource.h"

#include <QFileDialog>
#include <QTabWidget>

namespace inspector {

PictureCommands::PictureCommands(const Parts &parts)
    : m_parts(parts)
{}

void PictureCommands::save()
{
    const QString path = QFileDialog::getSaveFileName(m_parts.views.window(),
        tr("Save the plot as a picture"), {}, tr("Pictures (*.png *.pdf *.svg);;All files (*)"));
    if (!path.isEmpty())
        saveTo(path);
}

void PictureCommands::saveTo(const QString &path)
{
    const auto *view = dynamic_cast<PictureSource *>(m_parts.views.currentWidget());
    PlotPicture picture = view == nullptr ? PlotPicture() : view->picture();
    picture.from = shown();
    const Result<void> written =
        PlotPicture::formatOf(path)
            .and_then([&](PlotPicture::Format format) { return picture.draw(format, m_parts.theme.theme()); })
            .and_then([&](const QByteArray &content) {
                return writeFileAtomically(path, {content.data(), static_cast<std::size_t>(content.size())});
            });
    emit problemChanged(written ? QString() : words::error(written.error()));
    if (written)
        emit saved(path);
}

QString PictureCommands::shown() const
{
    const InspectorFrame &frame = m_parts.source.frame();
    const SessionCursor::Range &range = m_parts.cursor.visible();
    const TimeMs start = frame.tracks->firstTime;
    return PlotPicture::origin(
        m_parts.source.sourceName(), range.begin - start, range.end - start, m_parts.cursor.number());
}

} // namespace inspector
