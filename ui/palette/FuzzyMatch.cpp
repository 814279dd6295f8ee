// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/FuzzyMatch.h"

#include <QStringList>

#include <algorithm>

namespace inspector {

namespace {

constexpr int atWordStart = 8;
constexpr int sideBySide = 6;
constexpr int perGap = 1;

bool isWordStart(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

/// Of the word from a first letter at `start` on, each further letter as early as it comes.
std::optional<int> scoreFrom(QStringView word, const QString &text, qsizetype start)
{
    int score = 0;
    qsizetype at = start;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const qsizetype found = i == 0 ? start : text.indexOf(word[i], at + 1, Qt::CaseInsensitive);
        if (found < 0)
            return std::nullopt;
        score += isWordStart(text, found) ? atWordStart : 0;
        if (i > 0)
            score +=
                found == at + 1 ? sideBySide : -perGap * static_cast<int>(std::min<qsizetype>(found - at, 4));
        at = found;
    }
    return score;
}

std::optional<int> scoreOf(QStringView word, const QString &text)
{
    std::optional<int> best;
    for (qsizetype start = text.indexOf(word[0], 0, Qt::CaseInsensitive); start >= 0;
         start = text.indexOf(word[0], start + 1, Qt::CaseInsensitive)) {
        const std::optional<int> score = scoreFrom(word, text, start);
        if (!score)
            break; // from further on there is even less of it
        best = std::max(best.value_or(*score), *score);
    }
    return best;
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, const QString &text)
{
    int sum = 0;
    for (const QStringView word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const std::optional<int> score = scoreOf(word, text);
        if (!score)
            return std::nullopt;
        sum += *score;
    }
    return sum;
}

} // namespace inspector
