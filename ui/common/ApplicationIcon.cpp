// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ApplicationIcon.h"

#include <QPainter>
#include <QSvgRenderer>

namespace inspector {

namespace {

QPixmap drawn(QSvgRenderer &picture, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    picture.render(&painter);
    return pixmap;
}

QString path()
{
    return QStringLiteral(":/inspector/icons/telemetry-inspector.svg");
}

} // namespace

QPixmap applicationPixmap(int side)
{
    QSvgRenderer picture(path());
    return drawn(picture, side);
}

QIcon applicationIcon()
{
    QSvgRenderer picture(path()); // read once: the first paint waits for it
    QIcon icon;
    for (const int side : {16, 32, 48, 64, 128, 256})
        icon.addPixmap(drawn(picture, side));
    return icon;
}

} // namespace inspector
