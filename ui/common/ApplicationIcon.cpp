// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ApplicationIcon.h"

#include <QPainter>
#include <QSvgRenderer>

namespace inspector {

QPixmap applicationPixmap(int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(QStringLiteral(":/inspector/icons/telemetry-inspector.svg")).render(&painter);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int side : {16, 32, 48, 64, 128, 256})
        icon.addPixmap(applicationPixmap(side));
    return icon;
}

} // namespace inspector
