// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/StateTree.h"

#include "ui/common/Typography.h"
#include "ui/json/JsonTreeModel.h"

#include <QHeaderView>
#include <QResizeEvent>

#include <utility>

namespace inspector {

StateTree::StateTree(JsonTreeModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_opened{{"factions"}, {"factions", "byId"}, {"tutorial"}}
{
    setModel(&model);
    setUniformRowHeights(true);
    setHeaderHidden(true);
    setIndentation(4 * typography::unit());
    setAccessibleName(tr("State at the cursor"));
    // To its contents would be measured anew with each state.
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->resizeSection(JsonTreeModel::Key, 48 * typography::unit());
    connect(this, &QTreeView::expanded, this,
        [this](const QModelIndex &index) { m_opened.insert(m_model.keysOf(index)); });
    connect(this, &QTreeView::collapsed, this,
        [this](const QModelIndex &index) { m_opened.erase(m_model.keysOf(index)); });
}

void StateTree::setState(const JsonValue &state)
{
    m_isUpdating = true;
    m_model.update(state);
    restore();
    m_isUpdating = false;
}

void StateTree::restore()
{
    for (const ValuePath &path : m_opened) { // a branch before what is in it
        const QModelIndex index = m_model.indexOf(path);
        if (index.isValid() && !isExpanded(index))
            setExpanded(index, true);
    }
    const QModelIndex chosen = m_path.empty() ? QModelIndex() : m_model.indexOf(m_path);
    if (chosen != currentIndex().siblingAtColumn(JsonTreeModel::Key))
        setCurrentIndex(chosen);
    if (chosen.isValid() && std::exchange(m_isAwaited, false))
        scrollTo(chosen);
}

void StateTree::choose(const ValuePath &path)
{
    const QModelIndex index = m_model.indexOf(path);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index); // opens what it is in
        return;
    }
    setCurrentIndex({});
    m_isAwaited = true;
    m_path = path; // which may come
    emit pathChanged();
}

void StateTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (m_isUpdating)
        return;
    m_isAwaited = false;
    m_path = current.isValid() ? m_model.keysOf(current) : ValuePath();
    emit pathChanged();
}

// What stands below it grows with what it explains, and would come over the very value.
void StateTree::resizeEvent(QResizeEvent *event)
{
    const bool wasSeen = QRect(QPoint(), event->oldSize()).intersects(visualRect(currentIndex()));
    QTreeView::resizeEvent(event);
    if (wasSeen)
        scrollTo(currentIndex());
}

} // namespace inspector
