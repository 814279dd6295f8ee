// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionCopy.h"

#include <QObject>
#include <QString>

#include <vector>

namespace inspector {

class FrameSource;

/// The bookmarks that somebody set in the session that is open. They are lost with it, unless it is saved.
class MarkerList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkerList)

public:
    /// `source` must outlive it.
    explicit MarkerList(FrameSource &source, QObject *parent = nullptr);

    /// In the order of the records.
    [[nodiscard]] const std::vector<UserMarker> &markers() const { return m_markers; }

    /// Sets one behind record #`number`.
    void add(std::uint64_t number, const QString &label);
    void remove(std::size_t place);
    /// What the next one could be called: "Marker 3".
    [[nodiscard]] QString nextLabel() const;

signals:
    void changed();

private:
    void clear();

    FrameSource &m_source;
    std::vector<UserMarker> m_markers;
    std::size_t m_made = 0;
};

} // namespace inspector
