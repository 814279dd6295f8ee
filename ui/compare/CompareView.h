// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/ReportFormat.h"
#include "core/changes/StateValue.h"
#include "ui/compare/SessionComparer.h"
#include "ui/plot/DrawnTracks.h"
#include "ui/plot/PictureSource.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QStackedLayout;

namespace inspector {

class EmptyHint;
class LanePlot;
class MarkerList;
class SessionCursor;
class StateDiffTable;
class ThemeController;
class TimeRuler;
class VerdictTable;

/// Two sessions side by side, with the one cursor through both: lanes over each other, what differs in all,
/// and what differs in the states at the cursor (docs/compare.md, "In the window").
class CompareView final : public QWidget, public PictureSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareView)

public:
    CompareView(FrameSource &source, SessionCursor &cursor, ThemeController &theme, const MarkerList &markers,
        QWidget *parent = nullptr);

    /// Asks for the base.
    void chooseBase();
    void compareWith(const QString &path);
    [[nodiscard]] const SessionComparer &comparer() const { return *m_comparer; }
    /// What differs, as `--diff … --align` writes it; empty where nothing is compared.
    [[nodiscard]] QString report(ReportFormat format) const;
    [[nodiscard]] QWidget *canvas() const;
    [[nodiscard]] PlotPicture picture() const override;

signals:
    /// Somebody is to look.
    void revealWanted();
    void whyWanted(const inspector::ValuePath &path);
    /// Something to be told in passing.
    void told(const QString &text);
    void saved(const QString &path);
    /// Why the report was not saved; empty once it was.
    void problem(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeLanes();
    void takeComparison();
    void listChoices();
    void chooseAlignment();
    void showLanes();
    void showCursor();
    void compareStates();
    void tell(const QString &text);
    void copy() const;
    void save();
    [[nodiscard]] QString explanation() const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ThemeController &m_theme;
    SessionComparer *m_comparer;
    QLabel *m_explanation;
    QComboBox *m_choices;
    QAction *m_copy, *m_save;
    LanePlot *m_plot;
    TimeRuler *m_ruler;
    VerdictTable *m_verdict;
    StateDiffTable *m_states;
    EmptyHint *m_empty;
    QStackedLayout *m_stack;
    DrawnTracks m_drawn;
    std::uint64_t m_shownRevision = 0, m_listedRevision = 0;
    std::pair<std::uint64_t, std::uint64_t> m_comparedStates; // revision, record of the head
};

} // namespace inspector
