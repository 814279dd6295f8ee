// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/TelemetryArtifactWriterAdapter.h"
#include "tests/examples/ListingTelemetryWriter.h"
#include "tests/support/FakeClock.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

/// docs/adding-a-writer.md
class tst_ListingTelemetryWriter : public QObject
{
    Q_OBJECT

private slots:
    void listsWhatTheAdapterHandsOver()
    {
        const FakeClock clock;
        TelemetryArtifactWriterAdapter writers(nullptr, clock);
        const auto listing = std::make_shared<ListingTelemetryWriter>();
        writers.add(listing);

        const ExportReport report = writers.writeAll({{"json", "all", "a.json", "application/json", "{}\n"},
                                                         {"csv", "bad", "b\n.csv", "text/csv", "x\n"},
                                                         {"csv", "cascade", "c.csv", "text/csv", "x,y\n"}},
            {});

        QCOMPARE(QByteArray::fromStdString(listing->text()), QByteArray("3 a.json\n4 c.csv\n"));
        QCOMPARE(report.failures.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(report.failures[0].filename), QByteArray("b\n.csv"));
        QCOMPARE(QByteArray::fromStdString(report.failures[0].error.code), QByteArray("bad_name"));
    }
};

QTEST_APPLESS_MAIN(tst_ListingTelemetryWriter)
#include "tst_ListingTelemetryWriter.moc"
