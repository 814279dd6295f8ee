// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Wait.h"
#include "core/saves/LoadedSave.h"
#include "core/saves/SlotList.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// A save that is safe on the disk.
struct SavedSlot
{
    std::string slot;
    std::string path;
    std::optional<std::string> removedSlot; ///< the oldest one, which made room
    std::vector<Error> problems; ///< of the metadata, or of the removal; the save itself is not concerned
};

/// A folder of save slots (docs/formats.md, "Slots"). Any number of processes may use one at once, and may
/// die at any moment: what was reported as saved is there, whole.
class SaveSlots
{
public:
    static constexpr std::size_t maxManualSlots = 10;

    enum class Access
    {
        Own,    ///< the tool's folder: a new manual slot beyond maxManualSlots removes the oldest one
        Browse, ///< the user's: nothing is written
        Add,    ///< the user's, and a save is put there on request: nothing is removed
    };

    /// `wait` lets time pass while another process saves.
    explicit SaveSlots(const QString &folder, Access access = Access::Own, Wait wait = sleepThread);

    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Errors as of SlotList::read.
    [[nodiscard]] Result<SlotList> list() const;

    /// The save of a slot, by the name under which it is listed. Errors: `bad_slot`, those of
    /// LoadedSave::read.
    [[nodiscard]] Result<LoadedSave> load(const std::string &slot) const;

    /// Writes `save` into the slot that it names, and makes the folder where there is none. Errors:
    /// `read_only_folder`, `bad_slot`, `folder_failed`, `folder_unreadable`, `slots_busy`, `lock_failed`,
    /// `too_large`, `too_deep`, `write_failed`, `not_a_file`, `sync_failed`; what was in the slot is then
    /// still there, or, after `sync_failed`, the new save.
    [[nodiscard]] Result<SavedSlot> save(const SaveFile &save) const;

private:
    [[nodiscard]] QString pathOf(const std::string &slot) const;
    [[nodiscard]] Result<SavedSlot> write(const SaveFile &save, const std::string &text) const;
    void remove(const std::string &slot, SavedSlot &saved) const;

    QString m_folder;
    Access m_access;
    Wait m_wait;
};

} // namespace inspector
