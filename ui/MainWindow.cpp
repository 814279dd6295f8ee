// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include <QLabel>

namespace inspector {

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
{
    setWindowTitle(tr("Telemetry Inspector"));
    auto *text = new QLabel(tr("The views are still to come.\n\nExport a session with\ntelemetry-inspector "
                               "--export session.ndjson"),
        this);
    text->setAlignment(Qt::AlignCenter);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setMargin(fontMetrics().height() * 2);
    setCentralWidget(text);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 34);
}

} // namespace inspector
