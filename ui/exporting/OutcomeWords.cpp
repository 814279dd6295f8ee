// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/OutcomeWords.h"

#include "ui/common/Words.h"

#include <QCoreApplication>
#include <QStringList>

namespace inspector {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("OutcomeWords", text);
}

} // namespace

OutcomeWords OutcomeWords::of(const ExportOutcome &outcome)
{
    OutcomeWords result;
    QStringList problems;
    if (outcome.error)
        problems << words::error(*outcome.error);
    for (const InputOutcome &input : outcome.inputs) {
        for (const InputOutcome::File &file : input.files)
            result.files.push_back(
                {{words::text(file.path), words::count(file.bytes), words::value(file.durationMs)}, 0, {}});
        if (input.error)
            problems << words::error(*input.error);
        for (const ExportReport::Failed &failed : input.failures)
            problems << words::error(failed.error);
    }
    for (const Error &error : outcome.notWritten)
        problems << words::error(error);
    result.problems = problems.join(QLatin1Char('\n'));
    result.summary = tr("%1 in %2, %3")
                         .arg(words::counted(result.files.size(), tr("file"), tr("files")),
                             words::text(outcome.artifactDir), words::duration(outcome.durationMs));
    if (!outcome.manifest.empty())
        result.summary += QLatin1Char('\n') + tr("Manifest: %1").arg(words::text(outcome.manifest));
    return result;
}

} // namespace inspector
