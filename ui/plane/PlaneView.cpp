// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plane/PlaneView.h"

#include "ui/common/AttitudeWords.h"
#include "ui/common/EmptyHint.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/TableStyle.h"
#include "ui/common/TableTwin.h"
#include "ui/common/TextTableModel.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/ViewBar.h"
#include "ui/common/Words.h"
#include "ui/plane/AttitudePlane.h"
#include "ui/plot/PlanePlot.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace inspector {

using Look = TextTableModel::Look;

PlaneView::PlaneView(FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_cursor(cursor)
    , m_theme(theme)
    , m_choice(new QComboBox(this))
    , m_explanation(new QLabel(this))
    // In braces: after tr() in parentheses lupdate forgets at the next brace whose function this is.
    , m_showTable{makeViewToggle(*this, tr("Table"), tr("The path as a table; a click goes there"),
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T))}
    , m_plot(new PlanePlot(theme, this))
    , m_model(new TextTableModel(
          {{tr("#"), Look::Number}, {tr("time"), Look::Number}, {tr("fame"), Look::Number},
              {tr("infamy"), Look::Number}, {tr("by the rule"), Look::Text}, {QString(), Look::Secondary}},
          this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyHint(EmptyHint::Place::View, {}, this))
    , m_stack(new QStackedLayout)
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Fame and infamy of the chosen faction"));
    tellOfTable(*m_plot->canvas(), *m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addLayout(m_stack, 1);
    const auto goThere = [this](const QModelIndex &index) {
        m_cursor.goTo(index.data(TextTableModel::NumberRole).value<quint64>());
    };
    connect(m_table, &QTableView::clicked, this, goThere);
    connect(m_table, &QTableView::activated, this, goThere);
    connect(&source, &FrameSource::frameChanged, this, &PlaneView::takeFrame);
    connect(&cursor, &SessionCursor::factionChanged, this, &PlaneView::takeFrame);
    connect(&theme, &ThemeController::changed, this, [this] {
        m_model->setTheme(m_theme.theme());
        takeFrame();
    });
    m_model->setTheme(theme.theme());
}

QWidget *PlaneView::makeBar()
{
    for (const Faction &faction : m_source.catalogue().factions())
        m_choice->addItem(words::text(faction.name), words::text(faction.id));
    m_choice->setAccessibleName(tr("Faction"));
    connect(m_choice, &QComboBox::activated, this,
        [this] { m_cursor.chooseFaction(m_choice->currentData().toString()); });
    connect(m_showTable, &QAction::toggled, this, &PlaneView::takeFrame);
    auto *bar = makeViewBar(*m_explanation, {m_showTable}, this);
    auto *layout = static_cast<QBoxLayout *>(bar->layout());
    layout->insertWidget(0, m_choice);
    layout->insertSpacing(1, 2 * typography::unit());
    return bar;
}

/// The one that is chosen; before anything is chosen, the first of the catalogue.
const Faction *PlaneView::faction() const
{
    if (!m_cursor.faction().isEmpty())
        return m_source.catalogue().find(m_cursor.faction().toStdString());
    const auto &all = m_source.catalogue().factions();
    return all.empty() ? nullptr : &all.front();
}

void PlaneView::takeFrame()
{
    if (!isVisible())
        return; // the newest frame is shown when it is
    const Faction *faction = this->faction();
    if (faction == nullptr) {
        m_choice->setPlaceholderText(m_cursor.faction());
        m_choice->setCurrentIndex(-1);
        m_explanation->clear();
        m_empty->setText(
            tr("The catalogue of factions has no rule for %1.\nStart with --factions FILE to give it one.")
                .arg(m_cursor.faction()));
        m_stack->setCurrentIndex(0);
        return;
    }
    m_choice->setCurrentIndex(m_choice->findData(words::text(faction->id)));
    const InspectorFrame &frame = m_source.frame();
    const FactionTrack *track = frame.tracks->factions.find(faction->id);
    m_path = track == nullptr ? AttitudePath() : attitudePath(*track, *faction, frame.cursor, mostPoints);
    if (std::exchange(m_drawnRule, {faction, &m_theme.theme()}) != std::pair(faction, &m_theme.theme()))
        m_rule = planeContent(*faction, m_source.catalogue().cascade(), m_theme.theme());
    PlaneContent content = m_rule;
    setPath(content, m_path);
    m_plot->setContent(content);
    showRows();
    showWords(*faction);
    m_stack->setCurrentIndex(m_showTable->isChecked() ? 2 : 1);
}

void PlaneView::showRows()
{
    if (!m_showTable->isChecked())
        return;
    std::vector<TextTableModel::Row> rows;
    rows.reserve(m_path.points.size());
    for (auto point = m_path.points.rbegin(); point != m_path.points.rend(); ++point) {
        rows.push_back(
            {{words::count(point->number), words::elapsed(point->at - m_source.frame().tracks->firstTime),
                 words::value(point->fame), words::value(point->infamy), words::attitude(point->attitude),
                 point->isFlip ? tr("changes") : QString()},
                point->number, {}});
    }
    m_model->setRows(std::move(rows));
}

void PlaneView::showWords(const Faction &faction)
{
    if (m_path.points.empty()) {
        m_explanation->setText(tr("no data yet"));
        return;
    }
    const AttitudePath::Point &now = m_path.points.back();
    const FactionRecord *record = m_source.frame().state.world.get<FactionSlice>().byId.find(faction.id);
    QString text = tr("fame %1, infamy %2: %3")
                       .arg(words::value(now.fame), words::value(now.infamy), words::attitude(now.attitude));
    if (record != nullptr && record->attitude != now.attitude)
        text += tr(" by the rule, told is %1").arg(words::attitude(record->attitude));
    text += QStringLiteral("; ") + nextAttitudes(&faction, now.fame, now.infamy);
    if (m_path.left > 0)
        text += tr(" (the newest %1 values are drawn)").arg(words::count(m_path.points.size()));
    m_explanation->setText(text);
}

PlotPicture PlaneView::picture() const
{
    const Faction *chosen = faction();
    return {chosen == nullptr ? QString() : planeTitle(*chosen), {}, m_plot->canvas(), nullptr, {}};
}

void PlaneView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFrame();
}

} // namespace inspector
