// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Machine.h"

#include <QFile>
#include <QSysInfo>

#include <thread>

namespace inspector {

namespace {

std::string cpuModel()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("model name"))
                return line.mid(line.indexOf(':') + 1).trimmed().toStdString();
        }
    }
    return QSysInfo::currentCpuArchitecture().toStdString();
}

} // namespace

bool Machine::isOptimised() const
{
    return buildType == "Release";
}

Machine Machine::thisOne()
{
    Machine machine;
    machine.cpu = cpuModel();
    machine.cores = std::thread::hardware_concurrency();
    machine.kernel = QSysInfo::kernelType().toStdString() + ' ' + QSysInfo::kernelVersion().toStdString();
#ifdef __clang__
    machine.compiler = "Clang " __clang_version__;
#else
    machine.compiler = "GCC " __VERSION__;
#endif
    machine.buildType = INSPECTOR_BUILD_TYPE;
    return machine;
}

} // namespace inspector
