// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace inspector {

/// A line of plain text that keeps its size while the text changes. Of a label that may grow, each text lays
/// out the window anew, and with it draws all that is in it.
class SteadyLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SteadyLabel)

public:
    explicit SteadyLabel(QWidget *parent = nullptr);

    /// `widest` is the text that there has to be room for; one that is wider still gets the room it needs.
    void say(const QString &text, const QString &widest);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    [[nodiscard]] int widthOf(const QString &text) const;

    QString m_widest;
};

} // namespace inspector
