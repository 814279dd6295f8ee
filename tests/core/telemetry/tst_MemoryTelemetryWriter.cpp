// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/MemoryTelemetryWriter.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

Artifact artifact(const std::string &filename, const std::string &content)
{
    return {"json", "json", filename, "application/json", content};
}

} // namespace

class tst_MemoryTelemetryWriter : public QObject
{
    Q_OBJECT

private slots:
    void startsEmpty()
    {
        const MemoryTelemetryWriter memory;

        QCOMPARE(memory.id(), std::string("memory"));
        QCOMPARE(memory.artifacts(), std::vector<Artifact>());
        QCOMPARE(memory.lastContext(), JsonObject());
    }

    void keepsArtifactsAsTheyCome()
    {
        MemoryTelemetryWriter memory;
        const std::vector<Artifact> artifacts{artifact("b", "1"), artifact("../a", ""), artifact("", "3\n")};
        std::vector<WrittenArtifact> written;
        written.reserve(artifacts.size());

        for (const Artifact &each : artifacts)
            written.push_back(memory.write(each, {{"run", 7}}).value_or(WrittenArtifact()));

        QCOMPARE(memory.artifacts(), artifacts);
        QCOMPARE(
            written, (std::vector<WrittenArtifact>{{"memory:b", 1}, {"memory:../a", 0}, {"memory:", 2}}));
        QVERIFY(memory.finish());
    }

    void theLastOfANameTakesTheFirstsPlace()
    {
        MemoryTelemetryWriter memory;

        for (const char *name : {"a", "b"})
            QVERIFY(memory.write(artifact(name, "old"), {}));
        QVERIFY(memory.write(artifact("a", "new"), {}));

        QCOMPARE(memory.artifacts(), (std::vector<Artifact>{artifact("a", "new"), artifact("b", "old")}));
    }

    void keepsTheLastContext()
    {
        MemoryTelemetryWriter memory;

        QVERIFY(memory.write(artifact("a", ""), {{"run", 1}}));
        QVERIFY(memory.write(artifact("b", ""), {{"run", 2}}));

        QCOMPARE(shown(memory.lastContext()), QByteArray("{\"run\":2}"));
    }
};

QTEST_APPLESS_MAIN(tst_MemoryTelemetryWriter)
#include "tst_MemoryTelemetryWriter.moc"
