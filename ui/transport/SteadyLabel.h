// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace inspector {

/// A line of plain text that keeps its width while the text changes. As wide as its text alone, each digit
/// more would lay out the window anew, and with it draw all that is in it.
class SteadyLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SteadyLabel)

public:
    using QLabel::QLabel;

    /// The text that there has to be room for; one that is wider still gets the room it needs.
    void setWidest(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    QString m_widest;
};

} // namespace inspector
