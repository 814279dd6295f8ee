// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDoubleSpinBox;
class QPlainTextEdit;
class QRadioButton;

namespace inspector {

/// Asks what goes into a bug bundle, and for notes to whoever opens it.
class BundleDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BundleDialog)

public:
    enum class Scope
    {
        Session,
        Visible, ///< what the plots show
        Last,    ///< some minutes up to the last record
    };

    explicit BundleDialog(QWidget *parent);

    [[nodiscard]] Scope scope() const;
    [[nodiscard]] double minutes() const;
    [[nodiscard]] QString notes() const;

private:
    QRadioButton *m_session, *m_visible, *m_last;
    QDoubleSpinBox *m_minutes;
    QPlainTextEdit *m_notes;
};

} // namespace inspector
