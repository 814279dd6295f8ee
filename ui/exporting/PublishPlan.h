// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/CiProvider.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace inspector {

/// As a person knows it, "GitLab CI".
[[nodiscard]] QString providerTitle(CiProvider provider);

/// What a job of that provider would be given besides the artifacts `files` (names, in `folder`), one line
/// each; without a provider, what every export adds (docs/ci-integration.md). Nothing is touched.
[[nodiscard]] QStringList publishPlan(
    std::optional<CiProvider> provider, const QString &folder, const QStringList &files);

} // namespace inspector
