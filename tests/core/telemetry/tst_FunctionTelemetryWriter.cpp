// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/FunctionTelemetryWriter.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_FunctionTelemetryWriter : public QObject
{
    Q_OBJECT

private slots:
    void handsOverArtifactAndContext()
    {
        const Artifact given{"csv", "cascade", "x.csv", "text/csv", "a\n"};
        Artifact seen;
        JsonObject seenContext;
        FunctionTelemetryWriter writer("mine", [&](const Artifact &artifact, const JsonObject &context) {
            seen = artifact;
            seenContext = context;
            return Result<WrittenArtifact>(WrittenArtifact{"there", 2});
        });

        const auto written = writer.write(given, {{"run", 7}});

        QCOMPARE(writer.id(), std::string("mine"));
        QCOMPARE(*written, (WrittenArtifact{"there", 2}));
        QCOMPARE(seen, given);
        QCOMPARE(shown(seenContext), QByteArray("{\"run\":7}"));
        QVERIFY(writer.finish());
    }

    void handsBackTheError()
    {
        FunctionTelemetryWriter writer("", [](const Artifact &, const JsonObject &) {
            return Result<WrittenArtifact>(failure("code", "message", "remedy"));
        });

        const auto written = writer.write({}, {});

        QCOMPARE(writer.id(), std::string());
        QCOMPARE(written.error(), (Error{"code", "message", "remedy"}));
    }
};

QTEST_APPLESS_MAIN(tst_FunctionTelemetryWriter)
#include "tst_FunctionTelemetryWriter.moc"
