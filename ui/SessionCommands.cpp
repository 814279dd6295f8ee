// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SessionCommands.h"

#include "core/session/SessionPlace.h"
#include "ui/bundle/BundleDialog.h"
#include "ui/common/FrameSource.h"
#include "ui/common/MarkerList.h"
#include "ui/common/PopupField.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Settings.h"
#include "ui/common/Words.h"

#include <QFileDialog>
#include <QFileInfo>

namespace inspector {

SessionCommands::SessionCommands(const Parts &parts)
    : m_parts(parts)
{
    connect(&m_saver, &SessionSaver::saved, this, [this](const QString &path) {
        emit saveProblem({});
        emit saved(path);
    });
    connect(&m_saver, &SessionSaver::failed, this, &SessionCommands::saveProblem);
}

void SessionCommands::openFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_parts.source.engine().open({SessionSource::Kind::File, absolute.toStdString(), {}, 1});
    if (QFileInfo::exists(absolute)) // what is not there would not be found again either
        m_parts.settings.addRecentFile(absolute);
    emit opened();
}

void SessionCommands::openDemo()
{
    m_parts.source.engine().open({SessionSource::Kind::Demo, {}, "harbour", 1});
    emit opened();
}

void SessionCommands::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(&m_parts.window, tr("Open a session"), {},
        tr("Sessions, snapshots and saves (*.ndjson *.json *.gz *.zip);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void SessionCommands::reload()
{
    const SessionSource source = m_parts.source.frame().source;
    if (source.kind == SessionSource::Kind::None)
        return;
    m_parts.source.engine().open(source);
    emit opened();
}

void SessionCommands::stopReading()
{
    m_parts.source.engine().stopLoading();
}

void SessionCommands::close()
{
    m_parts.source.engine().close();
}

void SessionCommands::askPlace()
{
    auto *field = new PopupField(
        tr("Where to go"), tr("#18219, +10, -10, 12:31 or a time"),
        [this](const QString &typed) { return goTo(typed); }, &m_parts.window);
    field->popUpAt(m_parts.below);
}

QString SessionCommands::goTo(const QString &typed)
{
    const InspectorFrame &frame = m_parts.source.frame();
    if (!frame.timeline)
        return {};
    const auto number = findPlace(
        typed.toStdString(), frame.timeline->index(), m_parts.cursor.number(), frame.tracks->firstTime);
    if (!number)
        return words::error(number.error());
    m_parts.cursor.goTo(*number);
    return {};
}

void SessionCommands::askMarker()
{
    const InspectorFrame &frame = m_parts.source.frame();
    if (frame.size() == 0)
        return;
    const auto add = [this, number = m_parts.cursor.number(), session = frame.session](const QString &label) {
        if (session == m_parts.source.frame().session)
            m_parts.markers.add(number, label);
        return QString();
    };
    auto *field = new PopupField(tr("Name of the marker"),
        tr("At #%1").arg(words::count(m_parts.cursor.number())), add, &m_parts.window);
    field->setText(m_parts.markers.nextLabel());
    field->popUpAt(m_parts.below);
}

void SessionCommands::save()
{
    askAndWrite(tr("Save the session with its markers"), {});
}

void SessionCommands::askAndWrite(const QString &title, SessionCut cut)
{
    // As it is now: another session may be open when the dialog is done.
    const std::optional<SessionTimeline> timeline = m_parts.source.frame().timeline;
    const std::vector<UserMarker> markers = m_parts.markers.markers();
    if (!timeline)
        return;
    const QString path =
        QFileDialog::getSaveFileName(&m_parts.window, title, {}, tr("Sessions (*.ndjson);;All files (*)"));
    if (!path.isEmpty())
        write(*timeline, markers, path, cut);
}

void SessionCommands::askLastMinutes()
{
    if (m_parts.source.frame().size() == 0)
        return;
    auto *field = new PopupField(
        tr("How many minutes"), tr("Up to the last record, with the state before them"),
        [this](const QString &typed) { return saveLast(typed); }, &m_parts.window);
    field->setText(QStringLiteral("5"));
    field->popUpAt(m_parts.below);
}

QString SessionCommands::saveLast(const QString &typed)
{
    constexpr double msPerMinute = 60'000;
    bool isNumber = false;
    const double minutes = typed.trimmed().toDouble(&isNumber);
    if (!isNumber || !(minutes > 0))
        return tr("A number of minutes, such as 5 or 0.5");
    const std::optional<SessionTimeline> &timeline = m_parts.source.frame().timeline;
    if (!timeline)
        return {};
    const SessionCut cut = lastOf(*timeline, minutes * msPerMinute);
    // The field closes first: a dialog over it would take its focus, and it with it.
    QMetaObject::invokeMethod(
        this, [this, cut] { askAndWrite(tr("Save the last minutes"), cut); }, Qt::QueuedConnection);
    return {};
}

void SessionCommands::saveTo(const QString &path, SessionCut cut)
{
    if (m_parts.source.frame().timeline)
        write(*m_parts.source.frame().timeline, m_parts.markers.markers(), path, cut);
}

void SessionCommands::write(const SessionTimeline &timeline, const std::vector<UserMarker> &markers,
    const QString &path, SessionCut cut)
{
    if (isSaverFree())
        m_saver.save(timeline, markers, path, cut);
}

bool SessionCommands::isSaverFree()
{
    emit saveProblem(m_saver.isRunning() ? tr("A session is still being saved. Save again when that is done.")
                                         : QString());
    return !m_saver.isRunning();
}

void SessionCommands::askBundle()
{
    // As it is now: the session goes on, or another one is open, while somebody writes notes.
    const std::optional<SessionTimeline> timeline = m_parts.source.frame().timeline;
    const std::vector<UserMarker> markers = m_parts.markers.markers();
    const SessionCursor::Range visible = m_parts.cursor.visible();
    const std::string name = m_parts.source.sourceName().toStdString();
    if (!timeline || timeline->size() == 0)
        return;
    BundleDialog dialog(&m_parts.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    constexpr double msPerMinute = 60'000;
    SessionCut cut;
    if (dialog.scope() == BundleDialog::Scope::Last)
        cut = lastOf(*timeline, dialog.minutes() * msPerMinute);
    else if (dialog.scope() == BundleDialog::Scope::Visible)
        cut = {timeline->index().firstNotBefore(visible.begin).value_or(timeline->size() + 1),
            timeline->index().lastNotAfter(visible.end).value_or(0)};
    if (cut.first > std::min(cut.last, timeline->size()))
        return emit saveProblem(tr("The plots show no record to save. Zoom out, or save the last minutes."));
    const QString path = QFileDialog::getSaveFileName(&m_parts.window, dialog.windowTitle(),
        QStringLiteral("bug-bundle.zip"), tr("Bug bundles (*.zip);;All files (*)"));
    if (!path.isEmpty() && isSaverFree())
        m_saver.saveBundle(
            {*timeline, markers, cut, name, dialog.notes().toStdString(), m_parts.source.catalogue()}, path);
}

} // namespace inspector
