// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ConsoleLog.h"

#include "core/base/EcmaJson.h"
#include "core/base/SafeText.h"

#include <utility>

namespace inspector {

namespace {

std::string_view levelName(LogMessage::Level level)
{
    switch (level) {
    case LogMessage::Level::Debug:
        return "debug";
    case LogMessage::Level::Info:
        return "info";
    case LogMessage::Level::Warning:
        return "warning";
    case LogMessage::Level::Error:
        return "error";
    }
    return {};
}

std::string asText(const LogMessage &message)
{
    std::string text = "telemetry-inspector: ";
    if (message.level >= LogMessage::Level::Warning)
        text.append(levelName(message.level)).append(": ");
    if (!message.file.empty())
        text += message.file + (message.line > 0 ? ":" + std::to_string(message.line) : std::string()) + ": ";
    text += message.message;
    if (!message.remedy.empty())
        text += ". " + message.remedy;
    return safeForLog(text);
}

std::string asJson(const LogMessage &message)
{
    JsonObject::Members members{{"level", levelName(message.level)}, {"message", message.message}};
    const auto addText = [&](const char *key, const std::string &text) {
        if (!text.empty())
            members.push_back({key, text});
    };
    addText("code", message.code);
    addText("remedy", message.remedy);
    addText("file", message.file);
    if (message.line > 0)
        members.push_back({"line", message.line});
    return safeJsonForLog(toJsonText(JsonObject(std::move(members)), JsonLayout::Compact));
}

} // namespace

ConsoleLog::ConsoleLog(std::FILE *stream, LogFormat format, bool quiet, bool verbose, Redactor redactor)
    : m_stream(stream)
    , m_format(format)
    , m_quiet(quiet)
    , m_verbose(verbose)
    , m_redactor(std::move(redactor))
{}

void ConsoleLog::write(const LogMessage &message) const
{
    if (m_quiet && message.level < LogMessage::Level::Error)
        return;
    if (!m_verbose && message.level == LogMessage::Level::Debug)
        return;
    LogMessage clean = message;
    for (std::string *text : {&clean.message, &clean.remedy, &clean.file})
        *text = m_redactor.redacted(*text);
    const std::string line = (m_format == LogFormat::Json ? asJson(clean) : asText(clean)) + '\n';
    std::fwrite(line.data(), 1, line.size(), m_stream);
}

bool ConsoleLog::command(const std::string &line) const
{
    return !m_quiet && std::fputs((line + '\n').c_str(), m_stream) >= 0;
}

void ConsoleLog::error(const Error &error) const
{
    write({LogMessage::Level::Error, error.code, error.message, error.remedy, {}, 0});
}

} // namespace inspector
