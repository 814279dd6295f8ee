// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshots/StateSaver.h"

#include "core/base/EcmaJson.h"
#include "core/events/EventBus.h"
#include "core/saves/SaveManager.h"
#include "core/state/WorldStateStore.h"
#include "core/telemetry/AtomicFile.h"
#include "ui/common/Words.h"

#include <QFileInfo>

#include <utility>

namespace inspector {

StateSaver::StateSaver(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

StateSaver::~StateSaver() = default;

void StateSaver::saveToSlot(const ReplayState &state, const QString &slotFolder, const QString &name)
{
    run([this, state, slotFolder, typed = name.toStdString()]() -> Result<QString> {
        EventBus bus;
        WorldStateStore store(bus);
        store.restore(state.world);
        const SaveSlots saves(slotFolder);
        SaveManager manager({bus, m_clock, &store, nullptr, &saves});
        const double playtime = state.firstTime && state.lastTime ? *state.lastTime - *state.firstTime : 0;
        return manager.save(typed, playtime).map([](const SavedSlot &slot) {
            QString message = tr("Saved into slot %1").arg(words::text(slot.slot));
            if (slot.removedSlot)
                message += tr("; %1, the oldest, was removed").arg(words::text(*slot.removedSlot));
            for (const Error &problem : slot.problems)
                message += QStringLiteral(". ") + words::error(problem);
            return message;
        });
    });
}

void StateSaver::saveToFile(const ReplayState &state, const QString &path)
{
    run([state, path]() -> Result<QString> {
        const std::string text = toJsonText(snapshotJson(state.world), JsonLayout::Indented) + '\n';
        return writeFileAtomically(path, text)
            .and_then([&] { return syncFolder(QFileInfo(path).absolutePath()); })
            .map([&] { return tr("Saved %1").arg(path); });
    });
}

void StateSaver::run(std::function<Result<QString>()> work)
{
    if (m_isRunning) {
        emit failed(tr("A state is still being saved. Save again when that is done."));
        return;
    }
    m_isRunning = true;
    m_thread = std::jthread([this, work = std::move(work)] {
        QMetaObject::invokeMethod(
            this,
            [this, saved = work()] {
                m_isRunning = false;
                if (saved)
                    emit this->saved(*saved);
                else
                    emit failed(words::error(saved.error()));
            },
            Qt::QueuedConnection);
    });
}

} // namespace inspector
