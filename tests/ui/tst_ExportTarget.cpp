// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/ExportTarget.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

using Scope = ExportChoice::Scope;

ExportChoice::Session emptySession()
{
    return {{}, 0, 0, {FactionCatalogue::builtIn(), {}}, 0};
}

} // namespace

class tst_ExportTarget : public QObject
{
    Q_OBJECT

private slots:
    void isTheStateThatIsWritten_data()
    {
        QTest::addColumn<int>("scope");
        QTest::addColumn<quint64>("cursor");
        QTest::addColumn<QString>("expected"); // record, place, suffix, others

        QTest::addRow("the end") << int(Scope::Session) << quint64{0} << "90 the end  0";
        QTest::addRow("the cursor") << int(Scope::Cursor) << quint64{40} << "40 the cursor  0";
        QTest::addRow("the cursor of a longer session")
            << int(Scope::Cursor) << quint64{95} << "90 the cursor  0";
        QTest::addRow("the start") << int(Scope::Cursor) << quint64{0} << "The cursor is at the start";
        QTest::addRow("a snapshot") << int(Scope::Snapshot) << quint64{79} << "50 snapshot 2 -snap2 0";
        QTest::addRow("before any snapshot")
            << int(Scope::Snapshot) << quint64{19} << "There is no snapshot at";
        QTest::addRow("every snapshot") << int(Scope::AllSnapshots) << quint64{0} << "20 snapshot 1 -snap1 2";
    }

    void isTheStateThatIsWritten()
    {
        QFETCH(int, scope);
        QFETCH(quint64, cursor);
        QFETCH(QString, expected);
        SessionTracks tracks;
        ExportChoice::Session session = emptySession();
        session.cursor = cursor;
        for (const std::uint64_t number : {20, 50, 80}) {
            tracks.snapshots.push_back({number, 0, 0, {}});
            session.snapshot += number <= cursor ? 1 : 0;
        }
        ExportChoice choice;
        choice.scope = static_cast<Scope>(scope);

        const ExportTarget target = ExportTarget::of(choice, session, tracks, 90);

        const QString shown = QStringLiteral("%1 %2 %3 %4")
                                  .arg(target.record)
                                  .arg(target.place, QString::fromStdString(target.suffix))
                                  .arg(target.others);
        if (target.hindrance.isEmpty())
            QCOMPARE(shown, expected);
        else
            QVERIFY2(target.hindrance.startsWith(expected), qPrintable(target.hindrance));
    }

    void isNothingWithoutFormatsOrSnapshots()
    {
        ExportChoice choice;
        choice.scope = Scope::AllSnapshots;
        QVERIFY(ExportTarget::of(choice, emptySession(), {}, 90)
                    .hindrance.contains(QStringLiteral("no snapshot in the session")));
        choice.formats.clear();
        QVERIFY(ExportTarget::of(choice, emptySession(), {}, 90)
                    .hindrance.contains(QStringLiteral("one format")));
    }
};

QTEST_APPLESS_MAIN(tst_ExportTarget)
#include "tst_ExportTarget.moc"
