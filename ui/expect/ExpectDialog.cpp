// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/expect/ExpectDialog.h"

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "core/base/ShortJson.h"
#include "core/expect/ExpectationFile.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <limits>
#include <utility>

namespace inspector {

namespace {

using Operator = Expectation::Operator;

/// What is no JSON is taken for a text, so that nobody has to type quotation marks.
JsonValue typedValue(const QString &typed)
{
    const Result<JsonValue> value = parseJson(typed.toStdString());
    return value ? *value : JsonValue(typed.toStdString());
}

/// Only where that is read back as the same.
QString shownValue(const JsonValue &value)
{
    const std::string *text = value.asString();
    if (text != nullptr && typedValue(words::text(*text)) == value)
        return words::text(*text);
    return words::text(toJsonText(value, JsonLayout::Compact));
}

QString shownPath(const ValuePath &path)
{
    const Result<ValuePath> parsed = parseValuePath(pathText(path));
    if (parsed && *parsed == path)
        return words::text(pathText(path));
    return words::text(toJsonText(JsonArray(path.begin(), path.end()), JsonLayout::Compact));
}

Result<ValuePath> typedPath(const QString &typed)
{
    const Result<JsonValue> json = parseJson(typed.toStdString());
    const JsonArray *parts = json ? json->asArray() : nullptr;
    if (parts == nullptr)
        return parseValuePath(typed.toStdString());
    ValuePath path;
    for (const JsonValue &part : *parts) {
        if (part.asString() == nullptr)
            return failure("bad_path", "A part of the path is no text", "Write [\"a\", \"b\"].");
        path.push_back(*part.asString());
    }
    if (path.empty())
        return failure("bad_path", "The path has no part", "Write [\"a\", \"b\"].");
    return path;
}

/// As wordsOf() says it in results, which are in English.
QString labelOf(Operator op)
{
    switch (op) {
    case Operator::Equals:
        return ExpectDialog::tr("is");
    case Operator::NotEquals:
        return ExpectDialog::tr("is not");
    case Operator::LessThan:
        return ExpectDialog::tr("less than");
    case Operator::AtMost:
        return ExpectDialog::tr("at most");
    case Operator::GreaterThan:
        return ExpectDialog::tr("more than");
    case Operator::AtLeast:
        return ExpectDialog::tr("at least");
    case Operator::Contains:
        return ExpectDialog::tr("contains");
    case Operator::Matches:
        return ExpectDialog::tr("matches");
    case Operator::Exists:
        return ExpectDialog::tr("is there");
    case Operator::Missing:
        return ExpectDialog::tr("is not there");
    }
    return {};
}

QLineEdit *makeField(const QString &name, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setFont(typography::fixed());
    field->setMinimumWidth(90 * typography::unit());
    field->setMaxLength(
        std::numeric_limits<int>::max()); // a value may be a large object, and is none when cut
    return field;
}

} // namespace

ExpectDialog::ExpectDialog(
    const Expectation &expectation, const QString &place, ValueNow valueNow, QWidget *parent)
    : QDialog(parent)
    , m_valueNow(std::move(valueNow))
    , m_form(new QFormLayout)
    , m_path(makeField(tr("Path of the value"), this))
    , m_operator(new QComboBox(this))
    , m_value(makeField(tr("Expected value"), this))
    , m_when(new QComboBox(this))
    , m_place(makeField(tr("Event or record"), this))
    , m_ms(new QDoubleSpinBox(this))
    , m_name(makeField(tr("Name of the expectation"), this))
    , m_now(new QLabel(this))
    , m_meaning(new QLabel(this))
{
    setWindowTitle(tr("Expect this"));
    m_operator->setAccessibleName(tr("Operator"));
    for (int op = 0; op <= static_cast<int>(Operator::Missing); ++op)
        m_operator->addItem(labelOf(static_cast<Operator>(op)));
    m_when->setAccessibleName(tr("When"));
    m_when->addItems({tr("at the end"), tr("just after an event or record"),
        tr("at any time up to an event or record"), tr("within a time")});
    m_ms->setRange(0, Expectation::longestMs);
    m_ms->setDecimals(3);
    m_ms->setSuffix(tr(" ms"));
    m_ms->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_ms->setAccessibleName(tr("Within"));
    m_place->setPlaceholderText(tr("tutorial:completed, or #120"));
    m_name->setPlaceholderText(tr("What it stands for, for reports"));
    m_name->setFont(font());
    m_now->setProperty("role", QStringLiteral("secondary"));
    m_now->setTextFormat(Qt::PlainText);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    m_meaning->setAccessibleName(tr("What it means"));
    const int unit = typography::unit();
    m_form->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    m_form->setSpacing(2 * unit);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Value"), m_path);
    m_form->addRow(QString(), m_now);
    m_form->addRow(tr("Expected"), m_operator);
    m_form->addRow(QString(), m_value);
    m_form->addRow(tr("When"), m_when);
    m_form->addRow(QString(), m_ms);
    m_form->addRow(QString(), m_place);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(m_meaning);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = new QPushButton(tr("Expect this"), buttons);
    m_accept->setProperty("role", QStringLiteral("primary")); // before the box polishes it
    m_accept->setDefault(true);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    m_form->addRow(buttons);
    setLayout(m_form);
    fill(expectation, place);
    for (QLineEdit *field : {m_path, m_value, m_place, m_name})
        connect(field, &QLineEdit::textChanged, this, &ExpectDialog::showState);
    for (QComboBox *box : {m_operator, m_when})
        connect(box, &QComboBox::currentIndexChanged, this, &ExpectDialog::showState);
    connect(m_ms, &QDoubleSpinBox::valueChanged, this, &ExpectDialog::showState);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showState();
    m_value->setFocus();
}

void ExpectDialog::fill(const Expectation &expectation, const QString &place)
{
    m_path->setText(shownPath(expectation.path));
    m_operator->setCurrentIndex(static_cast<int>(expectation.op));
    m_value->setText(shownValue(expectation.value));
    m_name->setText(words::text(expectation.name));
    m_place->setText(place);
    m_when->setCurrentIndex(static_cast<int>(expectation.when.index()));
    if (const auto *at = std::get_if<Expectation::At>(&expectation.when)) {
        m_place->setText(words::text(at->place.text()));
    } else if (const auto *by = std::get_if<Expectation::By>(&expectation.when)) {
        m_place->setText(words::text(by->place.text()));
    } else if (const auto *within = std::get_if<Expectation::Within>(&expectation.when)) {
        m_place->setText(within->after ? words::text(within->after->text()) : QString());
        m_ms->setValue(within->ms);
    }
}

ExpectDialog::When ExpectDialog::when() const
{
    return static_cast<When>(m_when->currentIndex());
}

Result<Expectation::When> ExpectDialog::readWhen() const
{
    const bool isWithin = when() == When::Within;
    if (when() == When::AtEnd)
        return Expectation::AtEnd();
    if (isWithin && m_place->text().isEmpty())
        return Expectation::Within{m_ms->value(), std::nullopt};
    const Result<StopPoint> place = StopPoint::parse(m_place->text().toStdString());
    if (!place)
        return tl::unexpected(place.error());
    if (isWithin)
        return Expectation::Within{m_ms->value(), *place};
    return when() == When::At ? Expectation::When(Expectation::At{*place})
                              : Expectation::When(Expectation::By{*place});
}

Result<Expectation> ExpectDialog::expectation() const
{
    Expectation expectation;
    expectation.name = m_name->text().toStdString();
    const Result<ValuePath> path = typedPath(m_path->text());
    if (!path)
        return tl::unexpected(path.error());
    expectation.path = *path;
    expectation.op = static_cast<Operator>(m_operator->currentIndex());
    if (takesValue(expectation.op))
        expectation.value = typedValue(m_value->text());
    if (const auto problem = problemOf(expectation.op, expectation.value))
        return failure("bad_expectation", "The value " + *problem);
    const Result<Expectation::When> read = readWhen();
    if (!read)
        return tl::unexpected(read.error());
    expectation.when = *read;
    return expectation;
}

void ExpectDialog::showState()
{
    const auto setRow = [this](QWidget *field, bool isShown) {
        field->setVisible(isShown);
        if (QWidget *label = m_form->labelForField(field))
            label->setVisible(isShown);
    };
    setRow(m_value, takesValue(static_cast<Operator>(m_operator->currentIndex())));
    setRow(m_ms, when() == When::Within);
    setRow(m_place, when() != When::AtEnd);
    m_place->setPlaceholderText(when() == When::Within ? tr("of the start, or of tutorial:started, or #120")
                                                       : tr("tutorial:completed, or #120"));
    const Result<ValuePath> path = typedPath(m_path->text());
    const JsonValue now = path ? m_valueNow(*path) : JsonValue();
    constexpr std::size_t longest = 60; // bytes
    m_now->setText(now.isNull() ? tr("not there at the cursor")
                                : tr("at the cursor %1").arg(words::text(shortJson(now, longest))));
    const Result<Expectation> read = expectation();
    m_accept->setEnabled(read.has_value());
    m_meaning->setProperty("role", read ? QVariant() : QVariant(QStringLiteral("problem")));
    m_meaning->style()->unpolish(m_meaning);
    m_meaning->style()->polish(m_meaning);
    m_meaning->setText(read ? words::text(read->text()) : words::error(read.error()));
}

} // namespace inspector
