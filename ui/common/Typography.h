// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringView>

namespace inspector {

/// The sizes of text and space, all in proportion to the application's font, so that any scale works.
namespace typography {

/// The font for this text, of which letters are set side by side as they are where it can be read so. Shaping
/// them, by tables of pairs and ligatures, takes more time than all else that is drawn.
[[nodiscard]] QFont plain(QFont font, QStringView text);
/// Text that is read.
[[nodiscard]] QFont body();
/// Rows of tables.
[[nodiscard]] QFont table();
/// Numbers, times, ids and paths.
[[nodiscard]] QFont fixed();
/// Heads of sections, in capitals.
[[nodiscard]] QFont caption();
/// Names, and the one primary button.
[[nodiscard]] QFont strong();

/// The unit of space: 4 px at scale 1.
[[nodiscard]] int unit();
/// The height of a row of a table: 20 px at scale 1; of a control: 28 px.
[[nodiscard]] int rowHeight();
[[nodiscard]] int controlHeight();

} // namespace typography

} // namespace inspector
