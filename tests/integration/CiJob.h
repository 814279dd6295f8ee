// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Program.h"

#include <QByteArray>
#include <QFile>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

namespace inspector {

inline const QString program = QStringLiteral(INSPECTOR_PROGRAM);
inline const QByteArray secret = "s3cr3t+value";

/// What a hostile game would say: commands of every provider, an escape of the terminal, and a secret.
inline const QByteArray hostile = "::error::x ##vso[task.complete] ##teamcity[buildStop] \x1b[31m " + secret;

inline QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

inline bool save(const QString &path, const QByteArray &content, bool executable = false)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return false;
    file.close();
    return !executable || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// A job: a folder, a session in it, and what the provider says. "DIR" stands for the folder.
struct CiJob
{
    QTemporaryDir dir;
    QProcessEnvironment environment = bareEnvironment();

    CiJob()
    {
        QByteArray escaped = hostile;
        escaped.replace('\x1b', "\\u001b");
        const QByteArray session = "{\"type\":\"event\",\"timestamp\":1,\"event\":\"reputation:changed\","
                                   "\"payload\":{\"factionId\":\"" +
                                   escaped + "\",\"newFame\":1}}\n" + "{\"type\":\"event\",\"timestamp\":\"" +
                                   escaped + "\",\"event\":\"a\"}\nno record " + hostile + "\n";
        if (!save(path("s.ndjson"), session))
            QTest::qFail("the session cannot be written", __FILE__, __LINE__);
        environment.insert(text("DEPLOY_TOKEN"), QString::fromLatin1(secret));
        environment.insert(text("SOURCE_DATE_EPOCH"), text("1768469443"));
    }

    [[nodiscard]] QString path(const char *name) const { return dir.filePath(text(name)); }
    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? shownPaths(file.readAll()) : QByteArray("<none>");
    }
    [[nodiscard]] QByteArray shownPaths(QByteArray bytes) const
    {
        return bytes.replace(dir.path().toUtf8(), "DIR");
    }
    [[nodiscard]] QStringList arguments(const QStringList &more) const
    {
        return QStringList{text("--export"), text("--artifact-dir"), path("out"), text("--formats=json")} +
               more + QStringList{path("s.ndjson")};
    }
    [[nodiscard]] ProgramRun run(const QStringList &more = {}) const
    {
        return runProgram(program, arguments(more), environment);
    }
    void set(const char *name, const QString &value) { environment.insert(text(name), value); }

    /// A program on the PATH that notes its arguments, one a line, and standard input.
    [[nodiscard]] bool addTool(const char *name)
    {
        const QByteArray script = "#!/bin/sh\nprintf '%s\\n' \"$@\" - >>\"$TOOL_LOG\"\ncat >>\"$TOOL_LOG\"\n";
        set("TOOL_LOG", path("tool.log"));
        set("PATH", dir.path() + text(":") + environment.value(text("PATH")));
        return save(path(name), script, true);
    }
};

} // namespace inspector
