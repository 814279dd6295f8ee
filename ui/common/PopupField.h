// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;

namespace inspector {

/// A field that asks for one thing, below another widget, and closes by itself once that was given, or
/// somebody looked elsewhere.
class PopupField final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PopupField)

public:
    /// Takes what was typed; what it returns is shown instead of the hint, and nothing closes the field.
    using Take = std::function<QString(const QString &typed)>;

    /// `name` says what is asked for, `hint` how it is written.
    PopupField(const QString &name, const QString &hint, Take take, QWidget *parent);

    void setText(const QString &text);
    /// Below `widget`, with the focus.
    void popUpAt(const QWidget &widget);

private:
    void go();

    Take m_take;
    QLineEdit *m_field;
    QLabel *m_hint;
};

} // namespace inspector
