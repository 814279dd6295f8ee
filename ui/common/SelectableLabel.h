// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace inspector {

/// Plain text of which parts can be selected by the mouse. It becomes a document, as QLabel makes of such
/// text, only while the mouse is over it: that takes ten times as long to lay out, with each event that is
/// looked at.
class SelectableLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectableLabel)

public:
    explicit SelectableLabel(QWidget *parent = nullptr);

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool m_isMenuWanted = false;
};

} // namespace inspector
