// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/AlignedComparison.h"
#include "core/factions/FactionCatalogue.h"
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

#include <QFile>

namespace inspector {

namespace {

/// A copy of a session file without one line of a thousand.
Result<QString> thinnedFile(const QString &path)
{
    constexpr int between = 1000;
    QFile from(path);
    QFile into(path + QStringLiteral(".thinned"));
    if (!from.open(QIODevice::ReadOnly) || !into.open(QIODevice::WriteOnly))
        return failure("write_failed", "the copy of a session cannot be made");
    for (int line = 1; !from.atEnd(); ++line) {
        const QByteArray text = from.readLine();
        if (line % between != 0 && into.write(text) != text.size())
            return failure("write_failed", into.errorString().toStdString());
    }
    return into.fileName();
}

Result<std::uint64_t> aligned(const QString &base, const QString &head)
{
    auto first = SessionInput::openFile(base.toStdString());
    auto second = SessionInput::openFile(head.toStdString());
    if (!first || !second)
        return tl::unexpected((first ? second : first).error());
    return AlignedComparison::between(std::move(*first), std::move(*second),
        {{}, FactionCatalogue::builtIn(), {}}, *SessionAlignment::Choice::parse("events"),
        PathPatterns::times())
        .map([](const AlignedComparison &comparison) { return comparison.alignment.alignedCount(); });
}

} // namespace

// The plain way reads both and compares nothing.
Result<Figures> measureCompare(const BenchContext &context)
{
    constexpr double nsPerSecond = 1e9;
    const auto base = generatedFile(context.folder, context.size(1'000'000, 2000));
    if (!base)
        return tl::unexpected(base.error());
    const auto head = thinnedFile(*base);
    if (!head)
        return tl::unexpected(head.error());
    Samples ours, plain;
    for (std::size_t i = 0; i < context.size(5, 2); ++i) {
        Result<std::uint64_t> common, first, second;
        ours.add(nsOf(context.clock, [&] { common = aligned(*base, *head); }) / nsPerSecond);
        plain.add(nsOf(context.clock, [&] {
            first = replayFile(*base);
            second = replayFile(*head);
        }) / nsPerSecond);
        if (!common || !first || !second)
            return failure("read_failed", "a generated session cannot be read back");
        if (*common != *second)
            return failure("wrong_alignment", "what both sessions have is not all found");
    }
    Figure figure = ours.figure("two of 10^6 records, aligned", "s");
    setBaseline(figure, ours, plain);
    figure.limit = 5;
    return Figures{figure};
}

} // namespace inspector
