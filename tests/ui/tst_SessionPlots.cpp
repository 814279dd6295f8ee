// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopFlag.h"
#include "core/factions/FactionCatalogue.h"
#include "tests/support/Program.h"
#include "tests/support/TestJson.h"
#include "tests/ui/PictureChecks.h"
#include "ui/pictures/SessionPlotDrawer.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

using namespace inspector;

namespace {

const QStringList demoPlots{QStringLiteral("attitudes-cipher_collective"),
    QStringLiteral("attitudes-luminari_syndicate"), QStringLiteral("attitudes-memory_keepers"),
    QStringLiteral("attitudes-vanguard_prime"), QStringLiteral("attitudes-wraith_network"),
    QStringLiteral("cascades"), QStringLiteral("durations"), QStringLiteral("factions"),
    QStringLiteral("tutorial")};

ProgramRun exportPlots(const QString &folder, const QStringList &more = {}, const QByteArray &input = {})
{
    QStringList arguments{QStringLiteral("--export"), QStringLiteral("--formats"), QStringLiteral("plots"),
        QStringLiteral("--clock"), QStringLiteral("1700000000000"), QStringLiteral("--artifact-dir"), folder};
    return runProgram(QStringLiteral(INSPECTOR_PROGRAM), arguments + more, bareEnvironment(), input);
}

QMap<QString, QByteArray> picturesOf(const QString &folder)
{
    QMap<QString, QByteArray> pictures;
    for (const QString &name :
        QDir(folder).entryList({QStringLiteral("*.png"), QStringLiteral("*.pdf"), QStringLiteral("*.svg")}))
        pictures.insert(name, contentOf(QDir(folder).filePath(name)));
    return pictures;
}

QString pictureName(const QString &plot, const char *extension)
{
    return QStringLiteral("save-inspector-plot-%1-20231114T221320Z.%2")
        .arg(plot, QString::fromLatin1(extension));
}

/// The names of what the drawer makes of a session, without their formats.
QStringList drawn(const QByteArray &session, std::uint64_t records, const StopFlag *stop = nullptr)
{
    SessionPlotDrawer drawer;
    const auto plots = drawer.draw(SessionInput::fromText("a session", session.toStdString()),
        {records, {}, FactionCatalogue::builtIn(), 0, stop});
    if (!plots)
        return {QString::fromStdString(plots.error().code)};
    QStringList names;
    for (const PlotDrawer::Plot &plot : *plots)
        names << QString::fromStdString(plot.name);
    names.removeDuplicates();
    return names;
}

} // namespace

/// What `--formats plots` draws, by the program and by the drawer that it shares with the window.
class tst_SessionPlots : public QObject
{
    Q_OBJECT

private slots:
    void theProgramDrawsWithoutADisplay()
    {
        const QTemporaryDir dir;

        const ProgramRun run = exportPlots(dir.path());

        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.err.count('\n'), 1); // nothing of Qt's
        const auto pictures = picturesOf(dir.path());
        QStringList expected;
        for (const QString &plot : demoPlots)
            expected << pictureName(plot, "pdf") << pictureName(plot, "png") << pictureName(plot, "svg");
        QCOMPARE(pictures.keys(), expected);
        for (const QString &plot : demoPlots) {
            const QImage image = QImage::fromData(pictures[pictureName(plot, "png")]);
            QVERIFY2(colours(image) > 8, qPrintable(plot));
            QVERIFY(image.text(QStringLiteral("Source")).endsWith(QStringLiteral(", at #396")));
            QCOMPARE(pdfFault(pictures[pictureName(plot, "pdf")]), QString());
            QCOMPARE(
                svgFault(pictures[pictureName(plot, "svg")], image.text(QStringLiteral("Title"))), QString());
        }
    }

    void theSameBytesTwice()
    {
        const QTemporaryDir first;
        const QTemporaryDir second;

        exportPlots(first.path());
        exportPlots(second.path());

        QVERIFY(!picturesOf(first.path()).isEmpty());
        QVERIFY(picturesOf(first.path()) == picturesOf(second.path()));
    }

    void standardInputIsDrawnUpToWhereItStops()
    {
        const QTemporaryDir dir;
        const QByteArray session =
            R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"wraith_network","newFame":1,"newInfamy":1}}
{"type":"event","timestamp":2,"event":"tutorial:step_started","payload":{"stepId":"a"}}
{"type":"event","timestamp":3,"event":"reputation:changed","payload":{"factionId":"cipher_collective","newFame":1,"newInfamy":1}}
)";

        const ProgramRun run = exportPlots(
            dir.path(), {QStringLiteral("--until"), QStringLiteral("2"), QStringLiteral("-")}, session);

        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QImage image =
            QImage::fromData(picturesOf(dir.path())[pictureName(QStringLiteral("factions"), "png")]);
        QVERIFY2(image.text(QStringLiteral("Source")).endsWith(QStringLiteral("00:00:00.001, at #2")),
            qPrintable(image.text(QStringLiteral("Source"))));
    }

    void whatIsEmptyIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("session");
        QTest::addColumn<int>("records");
        QTest::addColumn<QStringList>("names");

        const QByteArray reputation =
            R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"wraith_network","newFame":1,"newInfamy":1}})";
        const QByteArray unknown = QByteArray(reputation).replace("wraith_network", "the/dragons");
        const QByteArray step =
            R"({"type":"event","timestamp":2,"event":"tutorial:step_started","payload":{"stepId":"a"}})";
        QTest::addRow("nothing at all") << QByteArray() << 0 << QStringList{};
        QTest::addRow("nothing that is drawn")
            << QByteArray(R"({"type":"event","timestamp":1,"event":"a:b","payload":{}})") << 1
            << QStringList{};
        QTest::addRow("a faction") << reputation << 1
                                   << QStringList{QStringLiteral("plot-factions"),
                                          QStringLiteral("plot-attitudes-wraith_network")};
        QTest::addRow("a faction without a rule")
            << unknown << 1 << QStringList{QStringLiteral("plot-factions")};
        QTest::addRow("a tutorial") << step << 1
                                    << QStringList{
                                           QStringLiteral("plot-tutorial"), QStringLiteral("plot-durations")};
    }

    void whatIsEmptyIsLeftOut()
    {
        QFETCH(QByteArray, session);
        QFETCH(int, records);
        QFETCH(QStringList, names);

        QCOMPARE(drawn(session, static_cast<std::uint64_t>(records)), names);
    }

    void aWishToStopEndsIt()
    {
        StopFlag stop;
        stop.request();

        QCOMPARE(drawn(R"({"type":"event","timestamp":1,"event":"a:b","payload":{}})", 1, &stop),
            QStringList{QStringLiteral("interrupted")});
    }
};

QTEST_MAIN(tst_SessionPlots)
#include "tst_SessionPlots.moc"
