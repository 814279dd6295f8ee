// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionLoader.h"

#include <QByteArray>

#include <memory>

namespace inspector {

/// A session read to its end as the window reads it; `text` may have ' for ". nullptr where it cannot be
/// read.
inline std::unique_ptr<SessionLoader> loadedSession(QByteArray text, const Clock *clock = nullptr)
{
    auto loader = SessionLoader::open(SessionInput::fromText("x", text.replace('\'', '"').toStdString()),
        {{}, {}, FactionCatalogue::builtIn(), clock});
    if (!loader || !(*loader)->readSome([] { return false; }))
        return nullptr;
    return std::move(*loader);
}

} // namespace inspector
