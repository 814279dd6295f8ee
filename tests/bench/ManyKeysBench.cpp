// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace inspector {

namespace {

/// A record of `keys` members inside `head` and `tail`, near the longest line allowed for a million of them.
std::string record(std::string_view head, std::string_view tail, std::size_t keys)
{
    std::string line(head);
    for (std::size_t i = 0; i < keys; ++i) {
        if (i > 0)
            line += ',';
        line.append(R"("key_)").append(std::to_string(i)).append(R"(":)").append(std::to_string(i % 10));
    }
    return line.append(tail).append("\n");
}

/// Seconds to read the one record of `text`.
Result<double> secondsOf(const Clock &clock, const std::string &text)
{
    constexpr double nsPerSecond = 1e9;
    const SessionInput input = SessionInput::fromText("keys", text);
    SessionReader reader(input.device(), {});
    SessionRecord read;
    Result<bool> more;
    const double ns = nsOf(clock, [&] { more = reader.next(read); });
    if (!more.value_or(false))
        return failure("read_failed", "the line of many keys was not read");
    return ns / nsPerSecond;
}

double secondsOfDocument(const Clock &clock, const std::string &text)
{
    constexpr double nsPerSecond = 1e9;
    const QByteArray bytes = QByteArray::fromStdString(text);
    return nsOf(clock, [&] { keep(QJsonDocument::fromJson(bytes).object()); }) / nsPerSecond;
}

Result<Figure> measure(const BenchContext &context, const std::string &name, const std::string &text)
{
    Samples ours, plain;
    for (std::size_t i = 0; i < context.size(9, 2); ++i) {
        const Result<double> seconds = secondsOf(context.clock, text);
        if (!seconds)
            return tl::unexpected(seconds.error());
        ours.add(*seconds);
        plain.add(secondsOfDocument(context.clock, text));
    }
    Figure figure = ours.figure(name, "s");
    setBaseline(figure, ours, plain);
    figure.limit = 1;
    return figure;
}

} // namespace

Result<Figures> measureManyKeys(const BenchContext &context)
{
    const std::size_t keys = context.size(1'000'000, 1000);
    const auto payload = measure(context, "a payload of a million keys",
        record(R"({"type":"event","timestamp":1,"event":"a","payload":{)", "}}", keys));
    const auto body = measure(
        context, "a record of a million keys", record(R"({"type":"marker","timestamp":1,)", "}", keys));
    if (!payload || !body)
        return tl::unexpected((payload ? body : payload).error());
    return Figures{*payload, *body};
}

} // namespace inspector
