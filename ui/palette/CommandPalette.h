// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/PaletteEntry.h"

#include <QFrame>

#include <vector>

class QLineEdit;
class QTableView;

namespace inspector {

class PaletteModel;
struct Theme;

/// Everything that can be done or gone to, found by a few letters. Closes by itself once something was
/// chosen, or somebody looked elsewhere.
class CommandPalette final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    CommandPalette(std::vector<PaletteEntry> entries, const Theme &theme, QWidget *parent);

    /// At the top of the middle of `window`, with the focus.
    void popUpOver(const QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseFirst();
    void run();

    PaletteModel *m_model;
    QLineEdit *m_field;
    QTableView *m_table;
};

} // namespace inspector
