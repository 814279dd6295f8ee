// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/RecordCopier.h"

#include "core/engine/RecordDetails.h"
#include "core/session/TimelineReader.h"
#include "ui/common/Words.h"
#include "ui/events/ChangeWords.h"

#include <QStringList>

#include <utility>

namespace inspector {

namespace {

QString tableLine(const RecordDetails &details, TimeMs since, const FactionCatalogue &catalogue)
{
    QStringList cells{words::count(details.number), words::elapsed(since), recordName(details.record),
        changeWords(details, catalogue).text};
    for (QString &cell : cells)
        cell.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    return cells.join(QLatin1Char('\t'));
}

} // namespace

RecordCopier::RecordCopier(const FactionCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{}

RecordCopier::~RecordCopier()
{
    stop();
}

void RecordCopier::stop()
{
    m_stop->request();
    if (m_thread.joinable())
        m_thread.join();
}

void RecordCopier::make(
    const SessionTimeline &timeline, TimeMs firstTime, std::vector<std::uint64_t> numbers, Form form)
{
    stop();
    m_stop = std::make_unique<StopFlag>();
    m_thread = std::jthread([this, &stop = *m_stop, timeline, firstTime, numbers = std::move(numbers), form] {
        TimelineReader reader(timeline);
        QString text;
        qsizetype taken = 0;
        QString problem;
        const auto lineOf = [&](std::uint64_t number) -> QString {
            if (form == Form::Json) {
                const auto line = reader.textAt(number);
                if (!line)
                    problem = words::error(line.error());
                return line ? words::text(*line) : QString();
            }
            const RecordDetails details = detailsOf(reader, number);
            if (details.error)
                problem = words::error(*details.error);
            return tableLine(details, timeline.index().timeOf(number) - firstTime, m_catalogue);
        };
        for (const std::uint64_t number : numbers) {
            if (stop.isRequested())
                return;
            const QString line = lineOf(number);
            const auto bytes = static_cast<std::size_t>(text.size() + line.size()) * sizeof(QChar);
            if (!problem.isEmpty() || bytes > mostBytes)
                break;
            text += line + QLatin1Char('\n');
            ++taken;
        }
        const qsizetype left = static_cast<qsizetype>(numbers.size()) - taken;
        QMetaObject::invokeMethod(
            this, [this, text, taken, left, problem] { emit made(text, taken, left, problem); },
            Qt::QueuedConnection);
    });
}

} // namespace inspector
