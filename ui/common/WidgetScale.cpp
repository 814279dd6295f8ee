// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/WidgetScale.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QTreeView>
#include <QWidget>

#include <algorithm>

namespace inspector {

namespace {

constexpr double hundred = 100;

int scaled(double value, int percent)
{
    return qRound(value * percent / hundred);
}

/// The limits that a style sheet sets are set anew with the sheet.
bool isLimitedBySheet(const QWidget &widget, const char *limit)
{
    return widget.property(QByteArray("_q_stylesheet_").append(limit).constData()).isValid();
}

/// Whether somebody gave the widget its limits, and not its layout.
bool hasOwnLimits(const QWidget &widget)
{
    if (widget.property("fitsItself").toBool())
        return false;
    return widget.layout() == nullptr || widget.layout()->sizeConstraint() == QLayout::SetDefaultConstraint;
}

/// Layouts of Qt's own, such as that of a dock, measure themselves.
bool isOfOurs(const QLayout &layout)
{
    return qobject_cast<const QBoxLayout *>(&layout) != nullptr ||
           qobject_cast<const QGridLayout *>(&layout) != nullptr ||
           qobject_cast<const QFormLayout *>(&layout) != nullptr;
}

/// What a layout keeps in pixels, in an order that `setNumbers` takes.
std::vector<double> numbersOf(const QLayout &layout)
{
    const QMargins margins = layout.contentsMargins();
    std::vector<double> numbers{
        double(margins.left()), double(margins.top()), double(margins.right()), double(margins.bottom())};
    if (const auto *grid = qobject_cast<const QGridLayout *>(&layout)) {
        numbers.push_back(grid->horizontalSpacing());
        numbers.push_back(grid->verticalSpacing());
    } else if (const auto *form = qobject_cast<const QFormLayout *>(&layout)) {
        numbers.push_back(form->horizontalSpacing());
        numbers.push_back(form->verticalSpacing());
    } else {
        numbers.push_back(layout.spacing());
    }
    for (int i = 0; i < layout.count(); ++i) {
        if (const QSpacerItem *room = layout.itemAt(i)->spacerItem()) {
            numbers.push_back(room->sizeHint().width());
            numbers.push_back(room->sizeHint().height());
        }
    }
    return numbers;
}

/// The section that has what the others leave, by its place in the model; -1 where none has.
int stretchedSection(const QHeaderView &header)
{
    for (int visual = header.count() - 1; header.stretchLastSection() && visual >= 0; --visual) {
        if (const int section = header.logicalIndex(visual); !header.isSectionHidden(section))
            return section;
    }
    return -1;
}

void setNumbers(QLayout &layout, const std::vector<double> &numbers, int percent)
{
    std::size_t next = 0;
    const auto take = [&] { return scaled(numbers.at(next++), percent); };
    const int left = take();
    const int top = take();
    const int right = take();
    layout.setContentsMargins(left, top, right, take());
    if (auto *grid = qobject_cast<QGridLayout *>(&layout)) {
        grid->setHorizontalSpacing(take());
        grid->setVerticalSpacing(take());
    } else if (auto *form = qobject_cast<QFormLayout *>(&layout)) {
        form->setHorizontalSpacing(take());
        form->setVerticalSpacing(take());
    } else {
        layout.setSpacing(take());
    }
    for (int i = 0; i < layout.count() && next + 1 < numbers.size(); ++i) {
        QSpacerItem *room = layout.itemAt(i)->spacerItem();
        if (room == nullptr)
            continue;
        const QSizePolicy policy = room->sizePolicy();
        const int width = take();
        room->changeSize(width, take(), policy.horizontalPolicy(), policy.verticalPolicy());
    }
    layout.invalidate();
}

int limit(double given, int percent)
{
    return std::min(scaled(given, percent), QWIDGETSIZE_MAX);
}

} // namespace

void WidgetScale::apply(QWidget &root, int percent)
{
    QList<QWidget *> widgets = root.findChildren<QWidget *>();
    widgets.prepend(&root);
    for (QWidget *widget : widgets)
        scale(*widget, percent);
    for (QLayout *layout : root.findChildren<QLayout *>()) {
        if (isOfOurs(*layout))
            scaleLayout(*layout, percent);
    }
    m_percent = percent;
}

template <class Object, class Read>
const WidgetScale::Given &WidgetScale::remembered(const Object &object, Read read)
{
    const auto [place, isNew] = m_given.try_emplace(&object);
    if (isNew) {
        place->second = read();
        QObject::connect(
            &object, &QObject::destroyed, m_context.get(), [this, key = &object] { m_given.erase(key); });
    }
    return place->second;
}

WidgetScale::Given WidgetScale::given(const QWidget &widget) const
{
    const double whole = hundred / m_percent;
    Given given;
    if (widget.testAttribute(Qt::WA_SetFont))
        given.font = widget.font().pixelSize() * whole;
    const auto least = [&](int size, const char *name) {
        return size > 0 && !isLimitedBySheet(widget, name) ? qRound(size * whole) : -1;
    };
    const auto most = [&](int size, const char *name) {
        return size < QWIDGETSIZE_MAX && !isLimitedBySheet(widget, name) ? qRound(size * whole) : -1;
    };
    if (hasOwnLimits(widget)) {
        given.least = {least(widget.minimumWidth(), "minw"), least(widget.minimumHeight(), "minh")};
        given.most = {most(widget.maximumWidth(), "maxw"), most(widget.maximumHeight(), "maxh")};
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget);
        view != nullptr && view->iconSize().isValid())
        given.icon = view->iconSize().width() * whole;
    if (const auto *tree = qobject_cast<const QTreeView *>(&widget))
        given.indentation = tree->indentation() * whole;
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget);
        header != nullptr && header->orientation() == Qt::Vertical) {
        given.row = header->defaultSectionSize() * whole;
        given.leastRow = header->minimumSectionSize() * whole;
    }
    return given;
}

void WidgetScale::scale(QWidget &widget, int percent)
{
    if (widget.property("measuresItself").toBool() || widget.inherits("QComboBoxPrivateContainer"))
        return;
    const Given &given = remembered(widget, [&] { return this->given(widget); });
    if (given.font > 0) {
        QFont font = widget.font();
        font.setPixelSize(std::max(1, scaled(given.font, percent)));
        widget.setFont(font);
    }
    // The list is a window, which takes its font from the application where nobody gives it one.
    if (const auto *box = qobject_cast<QComboBox *>(&widget))
        box->view()->window()->setFont(widget.font());
    // The upper limit first where things grow, and last where they shrink: the one may not pass the other.
    const auto setMost = [&] {
        if (given.most.width() >= 0)
            widget.setMaximumWidth(limit(given.most.width(), percent));
        if (given.most.height() >= 0)
            widget.setMaximumHeight(limit(given.most.height(), percent));
    };
    if (percent > m_percent)
        setMost();
    if (given.least.width() >= 0)
        widget.setMinimumWidth(limit(given.least.width(), percent));
    if (given.least.height() >= 0)
        widget.setMinimumHeight(limit(given.least.height(), percent));
    setMost();
    if (given.icon > 0) {
        const int size = scaled(given.icon, percent);
        static_cast<QAbstractItemView &>(widget).setIconSize({size, size});
    }
    if (given.indentation >= 0)
        static_cast<QTreeView &>(widget).setIndentation(scaled(given.indentation, percent));
    if (auto *header = qobject_cast<QHeaderView *>(&widget))
        scaleSections(*header, given, percent);
}

void WidgetScale::scaleSections(QHeaderView &header, const Given &given, int percent) const
{
    if (header.orientation() == Qt::Vertical) {
        const int least = scaled(given.leastRow, percent);
        // A least size that is larger than before resizes each row that is smaller, one by one, and of a
        // million rows each looks at all before it; a size that is smaller than the least is not taken.
        if (least < header.minimumSectionSize())
            header.setMinimumSectionSize(least);
        header.setDefaultSectionSize(scaled(given.row, percent));
        header.setMinimumSectionSize(least);
        return;
    }
    // Columns are as wide as somebody made them, so that there is nothing to go back to.
    const int stretched = stretchedSection(header);
    for (int i = 0; i < header.count(); ++i) {
        const bool isGiven = header.sectionResizeMode(i) == QHeaderView::Interactive && i != stretched;
        if (isGiven && !header.isSectionHidden(i))
            header.resizeSection(i, scaled(header.sectionSize(i) * hundred / m_percent, percent));
    }
}

void WidgetScale::scaleLayout(QLayout &layout, int percent)
{
    const double whole = hundred / m_percent;
    const Given &given = remembered(layout, [&] {
        Given now;
        for (const double number : numbersOf(layout))
            now.numbers.push_back(number * whole);
        return now;
    });
    setNumbers(layout, given.numbers, percent);
}

} // namespace inspector
