// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SplitterShares.h"

#include <QSplitter>
#include <QVariant>

namespace inspector {

namespace {

constexpr const char *sharesProperty = "shares";

void shareOut(QSplitter &splitter)
{
    splitter.setSizes(splitter.property(sharesProperty).value<QList<int>>());
}

} // namespace

QSplitter *makeSplitter(
    const QString &name, Qt::Orientation orientation, const QList<SplitterPart> &parts, QWidget *parent)
{
    constexpr int perShare = 1000; // so that they are more than the room, and none falls to its least size
    auto *splitter = new QSplitter(orientation, parent);
    splitter->setObjectName(name);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    QList<int> sizes;
    for (const SplitterPart &part : parts) {
        splitter->addWidget(part.widget);
        splitter->setStretchFactor(splitter->count() - 1, part.share);
        sizes << part.share * perShare;
    }
    splitter->setProperty(sharesProperty, QVariant::fromValue(sizes));
    shareOut(*splitter);
    return splitter;
}

QVariantMap splitterStates(const QWidget &window)
{
    QVariantMap states;
    for (const QSplitter *splitter : window.findChildren<QSplitter *>()) {
        if (splitter->property(sharesProperty).isValid())
            states.insert(splitter->objectName(), splitter->saveState());
    }
    return states;
}

void restoreSplitters(QWidget &window, const QVariantMap &states)
{
    for (QSplitter *splitter : window.findChildren<QSplitter *>()) {
        if (!splitter->property(sharesProperty).isValid())
            continue;
        if (!splitter->restoreState(states.value(splitter->objectName()).toByteArray()))
            shareOut(*splitter);
    }
}

} // namespace inspector
