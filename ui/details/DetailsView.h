// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QTreeView;

namespace inspector {

struct RecordDetails;
class FrameSource;
class JsonTreeModel;
class JsonSearchField;
class RecordCache;
class SessionCursor;
class ThemeController;

/// The record at the cursor: what it is, what it changed, and its payload as a tree and as raw JSON.
class DetailsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsView)

public:
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        RecordCache &cache;
    };

    explicit DetailsView(const Parts &parts, QWidget *parent = nullptr);

private:
    void showRecord();
    void clearRecord(const QString &name, const QString &explanation);
    void setValue(const JsonValue &value);
    [[nodiscard]] QString rawText(const RecordDetails &details) const;
    void showFound(const std::vector<int> &path);
    void copyValue() const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    RecordCache &m_cache;
    JsonTreeModel *m_model;
    QLabel *m_name, *m_when, *m_change;
    JsonSearchField *m_search;
    QTreeView *m_tree;
    QPlainTextEdit *m_raw;
    std::uint64_t m_shown = 0; // the record that is shown
    std::uint64_t m_session = 0;
};

} // namespace inspector
