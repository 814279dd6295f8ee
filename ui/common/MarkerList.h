// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionCopy.h"

#include <QObject>
#include <QString>

#include <vector>

namespace inspector {

class FrameSource;
class SessionCursor;

/// The bookmarks that somebody set in the session that is open. They are lost with it, unless it is saved.
class MarkerList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkerList)

public:
    /// Both must outlive it.
    MarkerList(FrameSource &source, SessionCursor &cursor, QObject *parent = nullptr);

    /// In the order of the records.
    [[nodiscard]] const std::vector<UserMarker> &markers() const { return m_markers; }

    /// Sets one at the cursor.
    void add(const QString &label);
    void remove(std::size_t place);
    /// What the next one could be called: "Marker 3".
    [[nodiscard]] QString nextLabel() const;

    /// Whether there are some that were not saved.
    [[nodiscard]] bool isChanged() const { return m_isChanged; }
    void setSaved() { m_isChanged = false; }

signals:
    void changed();

private:
    void clear();

    FrameSource &m_source;
    SessionCursor &m_cursor;
    std::vector<UserMarker> m_markers;
    std::size_t m_made = 0;
    bool m_isChanged = false;
};

} // namespace inspector
