// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"
#include "core/events/EventBus.h"
#include "core/publish/CiArtifactPublisher.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/EventLog.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>

#include <string>

namespace inspector {

/// An export that was done, and its publisher; "DIR" stands for the folder.
struct PublishedJob
{
    /// The value of the job's one secret variable.
    static constexpr const char *secret = "s3cr3t_value";

    QTemporaryDir dir;
    FakeClock clock;
    ScriptedRunner runner;
    EventBus bus;
    EventLog events{bus, "telemetry:*"};
    StopFlag stop;
    EnvironmentVariables variables{{"DEPLOY_TOKEN", secret}};
    ExportOutcome exported;
    PublishRequest request;
    QByteArrayList log, told;

    PublishedJob()
    {
        clock.stepNs = 0;
        request.prefix = "run";
        request.context = {{"build", 7}};
        request.options = {{"strict", false}};
        exported.artifactDir = path("out");
        InputOutcome input;
        input.input = "s.ndjson";
        input.bytes = 10;
        input.sha256 = std::string(64, 'a');
        input.read.records = 3;
        input.read.events = 2;
        input.files.push_back(
            {path("out/a.json"), "json", "summary", "application/json", 3, std::string(64, 'b'), 1.5});
        input.writers.push_back({"filesystem", 1, 1, 0, 1.5});
        exported.inputs.push_back(input);
    }

    [[nodiscard]] std::string path(const char *name) const
    {
        return dir.filePath(QString::fromLatin1(name)).toStdString();
    }
    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? shownPaths(file.readAll()) : QByteArray("<none>");
    }
    [[nodiscard]] QByteArray shownPaths(QByteArray text) const
    {
        return text.replace(dir.path().toUtf8(), "DIR");
    }
    [[nodiscard]] QStringList files() const { return filesOf(dir.filePath(QStringLiteral("out"))).keys(); }

    PublishOutcome publish()
    {
        CiArtifactPublisher publisher(
            {clock, runner, variables, [](std::chrono::milliseconds) {}, [] { return 0.0; },
                [this](const std::string &line) {
                    log.append(shownPaths(QByteArray::fromStdString(line)));
                    return true;
                },
                [this](const std::string &line) { told.append(shownPaths(QByteArray::fromStdString(line))); },
                &bus, &stop});
        return publisher.publish(exported, request);
    }
    void addCommand(const std::string &program)
    {
        PublishCommand command;
        command.program = program;
        command.arguments = {"{manifest}", std::string("--token=") + secret};
        request.commands.push_back(command);
    }
    [[nodiscard]] QByteArrayList statuses(const PublishOutcome &outcome) const
    {
        QByteArrayList lines;
        for (const PublishStep &step : outcome.steps) {
            const std::string_view status = statusName(step.status);
            lines.append(QByteArray::fromStdString(
                step.command + " " + std::string(status) + " " + step.skippedReason));
        }
        return lines;
    }
};

} // namespace inspector
