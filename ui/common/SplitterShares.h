// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QVariantMap>

class QSplitter;
class QWidget;

namespace inspector {

/// A part of a splitter, and what it gets of the room until somebody drags a handle.
struct SplitterPart
{
    QWidget *widget;
    int share;
};

/// `name` is what the places of its handles are remembered by.
[[nodiscard]] QSplitter *makeSplitter(
    const QString &name, Qt::Orientation orientation, const QList<SplitterPart> &parts, QWidget *parent);

/// Where the handles in the window are, by the names of their splitters.
[[nodiscard]] QVariantMap splitterStates(const QWidget &window);
/// Moves them there again; those that are not in it get their shares.
void restoreSplitters(QWidget &window, const QVariantMap &states);

} // namespace inspector
