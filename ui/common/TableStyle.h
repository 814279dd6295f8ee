// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace inspector {

/// How every table of the window looks: rows of one height, no grid, whole rows chosen, the last column takes
/// what is left.
void applyTableStyle(QTableView &table);

} // namespace inspector
