// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/IsoTime.h"

#include <QDateTime>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace inspector {

namespace {

struct UtcTime
{
    std::int64_t year = 0;
    int month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0;
};

// std::chrono and QDate stop short of ECMAScript's range of years, ±271821; this is the usual civil-from-days
// arithmetic over 400-year eras that begin on 1 March.
UtcTime toUtc(std::int64_t ms)
{
    constexpr std::int64_t msPerDay = 86'400'000;
    constexpr std::int64_t daysPerEra = 146'097;
    constexpr std::int64_t daysToEpoch = 719'468; // from 0000-03-01 to 1970-01-01
    std::int64_t day = ms / msPerDay;
    std::int64_t rest = ms % msPerDay;
    if (rest < 0) {
        rest += msPerDay;
        --day;
    }
    day += daysToEpoch;
    const std::int64_t era = (day >= 0 ? day : day - daysPerEra + 1) / daysPerEra;
    const std::int64_t dayOfEra = day - era * daysPerEra;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;

    UtcTime utc;
    utc.day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    utc.month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    utc.year = yearOfEra + era * 400 + (utc.month <= 2 ? 1 : 0);
    utc.hour = static_cast<int>(rest / 3'600'000);
    utc.minute = static_cast<int>(rest / 60'000 % 60);
    utc.second = static_cast<int>(rest / 1000 % 60);
    utc.millisecond = static_cast<int>(rest % 1000);
    return utc;
}

template <class... Args>
std::string format(const char *pattern, Args... args)
{
    std::string text(48, '\0');
    text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), pattern, args...)));
    return text;
}

/// Ms since the epoch; what names no zone is UTC. Qt would take it for local time, in which some hours of
/// spring do not exist.
std::optional<std::int64_t> fromIso(std::string_view text)
{
    const auto qt = [](std::string_view part) {
        return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    };
    constexpr std::size_t dateLength = 10;
    QDateTime time;
    if (text.size() <= dateLength) {
        const QDate date = QDate::fromString(qt(text), Qt::ISODate);
        if (date.isValid())
            time = date.startOfDay(Qt::UTC);
    } else {
        const bool hasZone = text.find_first_of("Zz+-", dateLength) != std::string_view::npos;
        time =
            QDateTime::fromString(qt(text) + (hasZone ? QString() : QStringLiteral("Z")), Qt::ISODateWithMs);
    }
    if (!time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch();
}

} // namespace

std::optional<std::string> isoText(std::optional<TimeMs> time)
{
    constexpr double furthest = 8.64e15;
    if (!time || *time == 0 || !(std::abs(*time) <= furthest))
        return std::nullopt;
    const UtcTime t = toUtc(static_cast<std::int64_t>(*time));
    const bool fourDigits = t.year >= 0 && t.year <= 9999;
    const std::string year = fourDigits ? format("%04lld", static_cast<long long>(t.year))
                                        : format("%+07lld", static_cast<long long>(t.year));
    return year + format("-%02d-%02dT%02d:%02d:%02d.%03dZ", t.month, t.day, t.hour, t.minute, t.second,
                      t.millisecond);
}

std::string fileStamp(TimeMs time)
{
    const UtcTime t = toUtc(static_cast<std::int64_t>(time));
    return format("%04lld%02d%02dT%02d%02d%02dZ", static_cast<long long>(t.year), t.month, t.day, t.hour,
        t.minute, t.second);
}

Result<TimeMs> parseTime(std::string_view text)
{
    constexpr std::int64_t endOfYear9999 = 253'402'300'799'999;
    std::int64_t ms = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ms);
    if (error != std::errc{} || end != text.data() + text.size())
        ms = fromIso(text).value_or(-1);
    if (ms < 0 || ms > endOfYear9999) {
        return failure("bad_time", "'" + std::string(text) + "' is not a time",
            "Give ms since the epoch (1768469443000) or ISO 8601 (2026-01-15T09:30:43Z), from 1970 to 9999.");
    }
    return static_cast<TimeMs>(ms);
}

} // namespace inspector
