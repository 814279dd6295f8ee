// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/Expectation.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace inspector {

/// Asks what is expected of a value, and says while one types what that means and what the value is now.
class ExpectDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpectDialog)

public:
    /// What a value is at the cursor; null where it is not there.
    using ValueNow = std::function<JsonValue(const ValuePath &)>;

    /// `place` is offered where one is asked for, such as "#12" or the name of an event.
    ExpectDialog(const Expectation &expectation, const QString &place, ValueNow valueNow, QWidget *parent);

    /// As it stands there. Errors: what is wrong with it, in words.
    [[nodiscard]] Result<Expectation> expectation() const;

private:
    enum class When
    {
        AtEnd,
        At,
        By,
        Within,
    };

    void fill(const Expectation &expectation, const QString &place);
    void showState();
    [[nodiscard]] When when() const;
    [[nodiscard]] Result<Expectation::When> readWhen() const;

    ValueNow m_valueNow;
    QFormLayout *m_form;
    QLineEdit *m_path;
    QComboBox *m_operator;
    QLineEdit *m_value;
    QComboBox *m_when;
    QLineEdit *m_place;
    QDoubleSpinBox *m_ms;
    QLineEdit *m_name;
    QLabel *m_now, *m_meaning;
    QPushButton *m_accept;
};

} // namespace inspector
