// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/slices/TutorialPrompt.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace inspector {

/// The prompt that the player sees: title, text, which keys do it, where it stands, whether it can be
/// skipped.
class PromptCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromptCard)

public:
    explicit PromptCard(QWidget *parent = nullptr);

    /// Nothing for no prompt.
    void setPrompt(const std::optional<Shared<TutorialPrompt>> &prompt);

private:
    void showHint(const std::optional<ControlHint> &hint);

    QLabel *m_step, *m_title, *m_text, *m_hint, *m_place;
    QHBoxLayout *m_keys;
};

} // namespace inspector
