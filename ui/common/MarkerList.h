// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionCopy.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <vector>

namespace inspector {

class FrameSource;

/// The bookmarks that somebody set in the session that is open. They come back when it is opened again, as
/// long as the window is there; beyond that they are kept by saving the session.
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
    struct Kept
    {
        std::vector<UserMarker> markers;
        std::size_t made = 0;
    };

    void takeSession();
    void takeFrame();
    void insert(UserMarker marker);

    FrameSource &m_source;
    std::vector<UserMarker> m_markers;
    std::size_t m_made = 0;
    std::vector<UserMarker> m_waiting; // until the session that they were set in is read again
    QString m_place;                   // of the session that is open
    QHash<QString, Kept> m_kept;       // of the others, by place
};

} // namespace inspector
