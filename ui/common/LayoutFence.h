// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace inspector {

/// Holds one widget, which fills it, and tells what is around it when that needs more room, and that it needs
/// less once it stays so for a while. Qt's layouts pass on each text of a label up to the window, which then
/// lays out all that is in it.
class LayoutFence final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LayoutFence)

public:
    /// Takes the widget.
    explicit LayoutFence(QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QSize need() const;
    void setLeast(const QSize &least);

    QWidget *m_content;
    QSize m_least; // that was needed since it was quiet
    QTimer m_quiet;
};

} // namespace inspector
