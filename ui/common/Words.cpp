// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Words.h"

#include "core/base/ElapsedText.h"
#include "core/factions/AttitudeRule.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace inspector::words {

namespace {

const QLocale &english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString count(std::uint64_t number)
{
    return english().toString(static_cast<qulonglong>(number));
}

QString counted(std::uint64_t number, const QString &one, const QString &many)
{
    return count(number) + QLatin1Char(' ') + (number == 1 ? one : many);
}

QString value(double number)
{
    QString text = QString::number(number, 'f', 3);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString elapsed(double milliseconds)
{
    return text(elapsedText(milliseconds));
}

QString duration(double milliseconds)
{
    constexpr double perSecond = 1000;
    constexpr double perMinute = 60'000;
    if (std::abs(milliseconds) < perSecond)
        return Tr::tr("%1 ms").arg(value(milliseconds));
    if (std::abs(milliseconds) < perMinute)
        return Tr::tr("%1 s").arg(QString::number(milliseconds / perSecond, 'f', 1));
    const double minutes = std::trunc(milliseconds / perMinute);
    const double seconds = std::floor(std::abs(milliseconds - minutes * perMinute) / perSecond);
    return Tr::tr("%1 min %2 s").arg(count(static_cast<std::uint64_t>(std::abs(minutes))), value(seconds));
}

QString moment(TimeMs milliseconds)
{
    constexpr TimeMs latest = 8.64e15;
    if (std::abs(milliseconds) > latest)
        return value(milliseconds);
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString attitude(std::string_view attitude)
{
    static constexpr std::array<char16_t, 5> signs{u'▼', u'▽', u'–', u'△', u'▲'};
    const int rank = attitudeRank(attitude);
    if (rank < 0)
        return text(attitude);
    return QChar(signs[static_cast<std::size_t>(rank)]) + QStringLiteral(" ") + text(attitude);
}

QString error(const Error &error)
{
    const QString message = text(error.message);
    return error.remedy.empty() ? message : message + QStringLiteral(". ") + text(error.remedy);
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace inspector::words
