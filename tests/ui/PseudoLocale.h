// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace inspector {

/// A language that everybody reads and nobody speaks: each text of the program in brackets, and a third
/// longer, as many languages are. What stands outside of brackets was never given to a translator.
class PseudoLocale final : public QTranslator
{
public:
    static constexpr QChar begin = u'⟦', end = u'⟧';

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(
        const char * /*context*/, const char *text, const char * /*hint*/, int /*n*/) const override
    {
        const QString source = QString::fromUtf8(text);
        return begin + source + QString(source.size() / 3, u'~') + end;
    }

    /// What of a text stands outside of brackets.
    [[nodiscard]] static QString outside(const QString &text)
    {
        QString rest;
        int depth = 0;
        for (const QChar each : text) {
            depth += each == begin ? 1 : 0;
            if (depth == 0)
                rest += each;
            depth -= each == end && depth > 0 ? 1 : 0;
        }
        return rest;
    }
};

} // namespace inspector
