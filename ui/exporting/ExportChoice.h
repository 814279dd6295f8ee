// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionSource.h"
#include "core/publish/PublishRequest.h"
#include "core/telemetry/ExportRequest.h"
#include "ui/common/NamedCatalogue.h"

#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace inspector {

/// What somebody chose to export, as a value: it becomes a request for the one pipeline, or the command line
/// that makes the same files.
struct ExportChoice
{
    enum class Scope
    {
        Session,      ///< the state at the end
        Cursor,       ///< the state at the cursor
        Snapshot,     ///< that of the last snapshot at or before the cursor
        AllSnapshots, ///< that of each snapshot
    };

    Scope scope = Scope::Session;
    std::vector<ArtifactFormat> formats{ArtifactFormat::Json, ArtifactFormat::Csv};
    QString prefix = QStringLiteral("save-inspector");
    QString folder; ///< absolute
    bool gzip = false;
    bool guardCsvFormulas = false;
    bool overwrite = false;
    std::optional<CiProvider>
        handOver; ///< whose job it is planned for; the one that runs it where it is absent

    /// What is exported from: the scopes depend on where it stands.
    struct Session
    {
        SessionSource source;
        std::uint64_t cursor = 0; ///< the record; 0 is the start
        std::uint64_t snapshot =
            0; ///< the place of the snapshot among all of the session, from 1; 0 for none
        NamedCatalogue catalogue;
        std::uint64_t end = 0; ///< where a session that goes on is cut; 0 for one that does not
    };

    /// The record behind which reading ends; 0 for all of it.
    [[nodiscard]] std::uint64_t lastRecord(const Session &session) const;
    [[nodiscard]] ExportRequest request(const Session &session) const;
    /// Hands nothing over: the window says what a job would do.
    [[nodiscard]] PublishRequest publishing(const Session &session) const;
    /// The arguments behind the program's name; `nowMs` is the time that stands in the artifacts.
    [[nodiscard]] QStringList arguments(const Session &session, TimeMs nowMs) const;

    /// Everything but the scope's place, for the next run of the program.
    [[nodiscard]] QVariantMap toMap() const;
    [[nodiscard]] static ExportChoice fromMap(const QVariantMap &map);

    friend bool operator==(const ExportChoice &, const ExportChoice &) = default;
};

} // namespace inspector
