// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tutorial/PromptCard.h"

#include "core/base/EcmaJson.h"
#include "core/state/Fields.h"
#include "ui/common/SelectableLabel.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace inspector {

namespace {

/// "x 320, y 48": an object's members in a line.
QString membersOf(const ObjectOrNull &object)
{
    if (!object)
        return {};
    QStringList parts;
    for (const JsonObject::Member &member : **object) {
        const std::string *string = member.value.asString();
        parts << words::text(member.key) + QLatin1Char(' ') +
                     (string != nullptr ? words::text(*string)
                                        : words::text(toJsonText(member.value, JsonLayout::Compact)));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

PromptCard::PromptCard(QWidget *parent)
    : QFrame(parent)
    , m_step(new SelectableLabel(this))
    , m_title(new SelectableLabel(this))
    , m_text(new SelectableLabel(this))
    , m_hint(new SelectableLabel(this))
    , m_place(new SelectableLabel(this))
    , m_keys(new QHBoxLayout)
{
    setProperty("role", QStringLiteral("card"));
    setAccessibleName(tr("The prompt at the cursor"));
    m_step->setFont(typography::caption());
    m_title->setFont(typography::strong());
    m_place->setFont(typography::fixed());
    for (QLabel *label : {m_step, m_place, m_hint})
        label->setProperty("role", QStringLiteral("secondary"));
    for (QLabel *label : {m_step, m_title, m_text, m_hint, m_place})
        label->setWordWrap(true);
    const int unit = typography::unit();
    m_keys->setSpacing(unit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * unit, 3 * unit, 4 * unit, 3 * unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(m_step);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(m_keys);
    layout->addWidget(m_hint);
    layout->addWidget(m_place);
    layout->addStretch(1);
    setPrompt({});
}

void PromptCard::setPrompt(const std::optional<Shared<TutorialPrompt>> &prompt)
{
    if (!prompt) {
        m_step->setText(tr("Prompt"));
        m_title->setText(tr("No prompt at the cursor"));
        m_text->setText(tr("While a step of the tutorial is running, what the player is shown stands here."));
        m_place->clear();
        showHint({});
        return;
    }
    const TutorialPrompt &shown = **prompt;
    const QString count =
        shown.stepIndex && shown.totalSteps
            ? tr("Step %1 of %2").arg(words::value(*shown.stepIndex + 1), words::value(*shown.totalSteps))
            : tr("Step");
    m_step->setText(count + QStringLiteral(" · ") + words::text(shown.stepId.value_or("")) +
                    (shown.canSkip ? tr(" · can be skipped") : QString()));
    m_title->setText(words::text(shown.title.value_or("")));
    m_text->setText(words::text(shown.description.value_or("")));
    QStringList place;
    if (shown.position)
        place << tr("at %1").arg(membersOf(shown.position));
    if (shown.highlight)
        place << tr("highlights %1").arg(membersOf(shown.highlight));
    m_place->setText(place.join(QStringLiteral("; ")));
    showHint(shown.controlHint);
}

void PromptCard::showHint(const std::optional<ControlHint> &hint)
{
    while (QLayoutItem *item = m_keys->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_hint->setVisible(hint.has_value());
    if (!hint)
        return;
    for (const std::string &key : hint->keys) {
        auto *cap = new QLabel(words::text(key), this);
        cap->setTextFormat(Qt::PlainText);
        cap->setFont(typography::fixed());
        cap->setProperty("role", QStringLiteral("key"));
        m_keys->addWidget(cap);
    }
    m_keys->addStretch(1);
    QStringList parts;
    for (const Text &text : {hint->label, hint->note}) {
        if (text && !text->empty())
            parts << words::text(*text);
    }
    m_hint->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace inspector
