// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EmptyHint.h"

#include "ui/common/Typography.h"

namespace inspector {

EmptyHint::EmptyHint(Place place, const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setProperty("role", QStringLiteral("secondary"));
    setTextFormat(Qt::PlainText); // names of files stand in it
    setWordWrap(true);
    if (place == Place::View) {
        setAlignment(Qt::AlignCenter);
        return;
    }
    setFont(typography::table());
    setContentsMargins(3 * typography::unit(), 0, 3 * typography::unit(), 0);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

} // namespace inspector
