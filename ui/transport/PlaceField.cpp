// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/PlaceField.h"

#include "core/session/SessionPlace.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace inspector {

PlaceField::PlaceField(FrameSource &source, SessionCursor &cursor, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_source(source)
    , m_cursor(cursor)
    , m_field(new QLineEdit(this))
    , m_hint(new QLabel(tr("#18219, +10, -10, 12:31 or a time"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", QStringLiteral("card"));
    m_field->setAccessibleName(tr("Where to go"));
    m_field->setFont(typography::fixed());
    m_field->setMinimumWidth(70 * typography::unit());
    m_hint->setFont(typography::table());
    m_hint->setProperty("role", QStringLiteral("secondary"));
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(3 * unit, 3 * unit, 3 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addWidget(m_field);
    layout->addWidget(m_hint);
    connect(m_field, &QLineEdit::returnPressed, this, &PlaceField::go);
}

void PlaceField::popUpAt(const QWidget &widget)
{
    adjustSize();
    move(widget.mapToGlobal(QPoint(0, widget.height())));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void PlaceField::go()
{
    const InspectorFrame &frame = m_source.frame();
    if (!frame.timeline) {
        close();
        return;
    }
    const auto number = findPlace(
        m_field->text().toStdString(), frame.timeline->index(), m_cursor.number(), frame.tracks->firstTime);
    if (number) {
        m_cursor.goTo(*number);
        close();
    } else {
        m_hint->setText(words::error(number.error()));
        m_field->selectAll();
    }
}

} // namespace inspector
