// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bundle/BundleDialog.h"

#include "ui/common/Typography.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace inspector {

BundleDialog::BundleDialog(QWidget *parent)
    : QDialog(parent)
    , m_session(new QRadioButton(tr("The whole session"), this))
    , m_visible(new QRadioButton(tr("What the plots show"), this))
    , m_last(new QRadioButton(tr("The last"), this))
    , m_minutes(new QDoubleSpinBox(this))
    , m_notes(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Save a bug bundle"));
    const int unit = typography::unit();
    constexpr double most = 10'000;
    m_minutes->setRange(0.1, most);
    m_minutes->setDecimals(1);
    m_minutes->setValue(5);
    m_minutes->setSuffix(tr(" minutes"));
    m_minutes->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_minutes->setAccessibleName(tr("How many minutes"));
    m_last->setChecked(true);
    connect(m_minutes, &QDoubleSpinBox::valueChanged, this, [this] { m_last->setChecked(true); });
    m_notes->setPlaceholderText(tr("What happened, what was expected, what to look at"));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setProperty("role", QStringLiteral("field"));
    m_notes->setMinimumSize(90 * unit, 24 * unit);
    m_notes->setTabChangesFocus(true);
    auto *what = new QLabel(
        tr("One zip file: the records, the state before and after them, a report with plots, and the "
           "versions. It opens again like any session."),
        this);
    what->setWordWrap(true);
    what->setProperty("role", QStringLiteral("secondary"));
    auto *last = new QHBoxLayout;
    last->setSpacing(2 * unit);
    last->addWidget(m_last);
    last->addWidget(m_minutes);
    last->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *save = new QPushButton(tr("Save…"), buttons);
    save->setProperty("role", QStringLiteral("primary")); // before the box polishes it
    save->setDefault(true);
    buttons->addButton(save, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(what);
    layout->addWidget(m_session);
    layout->addWidget(m_visible);
    layout->addLayout(last);
    layout->addWidget(m_notes, 1);
    layout->addWidget(buttons);
    m_notes->setFocus();
}

BundleDialog::Scope BundleDialog::scope() const
{
    if (m_last->isChecked())
        return Scope::Last;
    return m_visible->isChecked() ? Scope::Visible : Scope::Session;
}

double BundleDialog::minutes() const
{
    return m_minutes->value();
}

QString BundleDialog::notes() const
{
    return m_notes->toPlainText();
}

} // namespace inspector
