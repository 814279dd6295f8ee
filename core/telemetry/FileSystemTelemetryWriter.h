// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/ArtifactWriter.h"

#include <QString>

namespace inspector {

/// Writes artifacts as files into one folder, which it makes: each atomically and synced, with a final
/// newline. A name that would leave the folder, or that some system cannot hold, is refused (checkFileName).
class FileSystemTelemetryWriter final : public ArtifactWriter
{
public:
    enum class Existing
    {
        Refuse, ///< a file of an earlier run with other content is an error; with the same content it is left
                ///< as it is
        Overwrite,
    };

    explicit FileSystemTelemetryWriter(const QString &folder, Existing existing = Existing::Refuse);

    [[nodiscard]] std::string id() const override { return "filesystem"; }

    /// Absolute path of the folder.
    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Errors: `bad_name`, `folder_failed`, `exists`, `not_a_file`, `write_failed`; each names the path.
    [[nodiscard]] Result<WrittenArtifact> write(const Artifact &artifact, const JsonObject &context) override;
    [[nodiscard]] Result<void> finish() override;

private:
    [[nodiscard]] Result<void> makeFolder();

    QString m_folder;
    Existing m_existing;
    bool m_wrote = false;
};

} // namespace inspector
