// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/CascadeMatrix.h"
#include "ui/plot/PictureSource.h"

#include <QElapsedTimer>
#include <QWidget>

class QAction;
class QLabel;
class QStackedLayout;
class QTableView;

namespace inspector {

class EmptyHint;
class FrameSource;
class MatrixPlot;
class SessionCursor;
class TextTableModel;
class ThemeController;
struct SessionTracks;

/// Who cascades to whom: how often, or how often that changed an attitude, in the whole session or in what
/// the lanes show of it.
class CascadesView final : public QWidget, public PictureSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CascadesView)

public:
    CascadesView(
        FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent = nullptr);

    [[nodiscard]] MatrixPlot &plot() const { return *m_plot; }
    [[nodiscard]] PlotPicture picture() const override;
    [[nodiscard]] const CascadeMatrix &matrix() const { return m_matrix; }

signals:
    /// A pair was chosen: the filter that shows its events.
    void filterWanted(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void takeFrame();
    void showMatrix();
    void choose(std::size_t source, std::size_t target);
    [[nodiscard]] QString nameOf(const std::string &id) const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    QLabel *m_explanation;
    QAction *m_flips, *m_visibleOnly, *m_showTable;
    MatrixPlot *m_plot;
    TextTableModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
    CascadeMatrix m_matrix;
    std::vector<std::pair<std::size_t, std::size_t>> m_pairs; // source and target of each row of the table
    std::shared_ptr<const SessionTracks> m_counted;
    QElapsedTimer m_sinceCounted;
    std::pair<std::uint64_t, std::uint64_t> m_countedRange;
};

} // namespace inspector
