// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the program's icon in sizes of its own: inspector-icon-files icon-16.png icon-32.png ...
#include "ui/common/ApplicationIcon.h"

#include <QGuiApplication>
#include <QRegularExpression>

#include <cstdio>

using namespace inspector;

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    static const QRegularExpression size(QStringLiteral("-(\\d+)\\.png$"));
    for (const QString &path : QCoreApplication::arguments().mid(1)) {
        const int side = size.match(path).captured(1).toInt();
        if (side == 0 || !applicationPixmap(side).save(path)) {
            std::fprintf(stderr, "%s was not written\n", qPrintable(path));
            return 1;
        }
    }
    return 0;
}
