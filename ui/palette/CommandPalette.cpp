// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/CommandPalette.h"

#include "ui/common/TableStyle.h"
#include "ui/common/Typography.h"
#include "ui/palette/PaletteModel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace inspector {

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new PaletteModel(std::move(entries), theme, this))
    , m_field(new QLineEdit(this))
    , m_table(new QTableView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", QStringLiteral("card"));
    m_field->setPlaceholderText(tr("A command, a place, the name of an event"));
    m_field->setAccessibleName(tr("Command palette"));
    m_field->installEventFilter(this);
    applyTableStyle(*m_table);
    m_table->setTextElideMode(Qt::ElideMiddle); // of a path both ends tell something
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("What can be chosen"));
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(PaletteModel::Title, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(PaletteModel::Detail, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(m_field);
    layout->addWidget(m_table, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_model->setTyped(typed);
        chooseFirst();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_table, &QTableView::clicked, this, &CommandPalette::run);
    chooseFirst();
}

void CommandPalette::popUpOver(const QWidget &window)
{
    const int unit = typography::unit();
    const int wide = std::min(140 * unit, window.width() - 4 * unit);
    const int high = std::min(100 * unit, window.height() - 16 * unit);
    resize(wide, high);
    move(window.mapToGlobal(QPoint((window.width() - wide) / 2, 12 * unit)));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_table, event);
        return true;
    default:
        return false;
    }
}

void CommandPalette::chooseFirst()
{
    m_table->setCurrentIndex(m_model->index(0, 0));
}

// What is chosen may open a window of its own, so this one goes first.
void CommandPalette::run()
{
    const PaletteEntry *entry = m_model->entryAt(m_table->currentIndex().row());
    if (entry == nullptr)
        return;
    const std::function<void()> chosen = entry->run;
    close();
    chosen();
}

} // namespace inspector
