// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <cstdint>

namespace inspector {

/// What the state at the cursor is compared with.
struct DiffBase
{
    enum class Kind
    {
        PreviousEvent,
        Record, ///< the state behind a record of the session, such as a marker or a snapshot
        File,   ///< the state at the end of another session, a snapshot or a save
    };

    Kind kind = Kind::PreviousEvent;
    std::uint64_t number = 0; ///< of the record
    QString name;             ///< of the record for people, or the file's path

    friend bool operator==(const DiffBase &, const DiffBase &) = default;
};

} // namespace inspector

Q_DECLARE_METATYPE(inspector::DiffBase)
