// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what is installed beside the program and made of its option table: inspector-option-files FOLDER.
#include "app/ManPage.h"
#include "app/ShellCompletions.h"
#include "core/telemetry/AtomicFile.h"

#include <QDir>

#include <cstdio>

using namespace inspector;

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: inspector-option-files FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    for (const auto &[name, text] : {std::pair("telemetry-inspector.1", manPage()),
             std::pair("telemetry-inspector.bash", bashCompletion()),
             std::pair("_telemetry-inspector", zshCompletion()),
             std::pair("telemetry-inspector.fish", fishCompletion())}) {
        if (const auto written = writeFileAtomically(folder.filePath(QString::fromLatin1(name)), text);
            !written) {
            std::fprintf(stderr, "%s\n", written.error().message.c_str());
            return 1;
        }
    }
    return 0;
}
