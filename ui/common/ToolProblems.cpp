// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ToolProblems.h"

namespace inspector {

void ToolProblems::set(Thing thing, const QString &text)
{
    if (m_texts.value(thing) == text)
        return;
    if (text.isEmpty())
        m_texts.remove(thing);
    else
        m_texts.insert(thing, text);
    emit changed();
}

} // namespace inspector
