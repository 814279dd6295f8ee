// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/CommandRunner.h"

#include <QByteArray>
#include <QByteArrayList>

#include <deque>
#include <functional>

namespace inspector {

/// Runs nothing: notes what it is asked to run and answers from a script; once that is over, everything
/// succeeds.
class ScriptedRunner final : public CommandRunner
{
public:
    [[nodiscard]] CommandRun run(
        const PublishCommand &command, std::chrono::milliseconds timeout, const StopFlag * /*stop*/) override
    {
        QByteArray line = QByteArray::fromStdString(command.program);
        for (const std::string &argument : command.arguments)
            line.append(" <").append(QByteArray::fromStdString(argument)).append('>');
        if (!command.inputFile.empty())
            line.append(" < ").append(QByteArray::fromStdString(command.inputFile));
        m_lines.append(line);
        m_timeouts.push_back(timeout);
        if (onRun)
            onRun();
        CommandRun answer;
        answer.exitCode = 0;
        if (!script.empty()) {
            answer = script.front();
            script.pop_front();
        }
        answer.program =
            answer.end == CommandRun::End::NotFound ? command.program : "/bin/" + command.program;
        return answer;
    }

    /// An answer of the script.
    static CommandRun exits(int code, const std::string &out = {}, const std::string &err = {})
    {
        CommandRun run;
        run.exitCode = code;
        run.out.append(out);
        run.err.append(err);
        return run;
    }
    static CommandRun ends(CommandRun::End end, const std::string &reason = {})
    {
        CommandRun run;
        run.end = end;
        run.reason = reason;
        return run;
    }

    std::deque<CommandRun> script;
    std::function<void()> onRun; ///< is called while a command "runs"

    /// `program <argument>… < input` each.
    [[nodiscard]] const QByteArrayList &lines() const { return m_lines; }
    [[nodiscard]] const std::vector<std::chrono::milliseconds> &timeouts() const { return m_timeouts; }

private:
    QByteArrayList m_lines;
    std::vector<std::chrono::milliseconds> m_timeouts;
};

} // namespace inspector
