// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace inspector {

/// Has a screen reader say at `plot`, of which it can read nothing, which table says the same in words. The
/// table has its name already.
void tellOfTable(QWidget &plot, const QWidget &table);

} // namespace inspector
