// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/OutcomeWords.h"

#include "ui/common/Words.h"

#include <QCoreApplication>
#include <QStringList>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(OutcomeWords)
};

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
    result.summary = Tr::tr("%1 in %2, %3")
                         .arg(words::counted(result.files.size(), Tr::tr("file"), Tr::tr("files")),
                             words::text(outcome.artifactDir), words::duration(outcome.durationMs));
    if (!outcome.manifest.empty())
        result.summary += QLatin1Char('\n') + Tr::tr("Manifest: %1").arg(words::text(outcome.manifest));
    return result;
}

} // namespace inspector
