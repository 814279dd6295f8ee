// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SetChecks.h"

using namespace inspector;

namespace {

const QString sums = QStringLiteral("SHA256SUMS");
const QString summary = QStringLiteral("ci-summary.md");

QByteArray digestOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

QByteArray row(const char *name, const QByteArray &content)
{
    return QByteArray("| ") + name + " | 1 B | `" + digestOf(content) + "` |\n";
}

/// What a full run leaves: two artifacts, and what tells of them.
FileContents fullSet()
{
    return {{QStringLiteral("a"), "1"}, {QStringLiteral("b"), "2"},
        {sums, digestOf("1") + "  a\n" + digestOf("2") + "  b\n"},
        {summary, "## Telemetry inspector\n\n### s\n\n1 record, 1 event.\n\n### Artifacts\n\n"
                  "| File | Size | SHA-256 |\n| --- | --- | --- |\n" +
                      row("a", "1") + row("b", "2")},
        {QStringLiteral("telemetry.env"), "TELEMETRY_ARTIFACT_DIR=/x\nTELEMETRY_ARTIFACT_COUNT=2\n"},
        {QStringLiteral("result.json"), "{\n  \"ok\": true\n}\n"},
        {QStringLiteral("checks.xml"), "<?xml version=\"1.0\"?>\n<testsuites>\n</testsuites>"}};
}

} // namespace

/// The checks of what a run that failed has left find what is torn.
class tst_SetChecks : public QObject
{
    Q_OBJECT

private slots:
    void noBeginningOfAFileIsWhole_data()
    {
        QTest::addColumn<QString>("name");
        const FileContents full = fullSet();
        for (const QString &name : full.keys())
            QTest::addRow("%s", qPrintable(name)) << name;
    }

    void noBeginningOfAFileIsWhole()
    {
        QFETCH(QString, name);
        const FileContents after = fullSet();
        QCOMPARE(brokenFileOf(after, {}, after), QByteArray());
        FileContents files = after;
        for (qsizetype bytes = after.value(name).size() - 1; bytes >= 0; --bytes) {
            files[name] = after.value(name).left(bytes);
            QVERIFY2(!brokenFileOf(files, {}, after).isEmpty(), files[name].constData());
        }
    }

    void aRunThatFailedSaysSo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isWhole");

        QTest::addRow("an artifact that failed")
            << summary
            << "## T\n\n**b failed.** Do something.\n\n### s\n\n1 record, 1 event.\n\n" + row("a", "1")
            << true;
        QTest::addRow("an artifact that failed, and the list is not there")
            << summary << QByteArray("## T\n\n**b failed.** Do something.\n\n### s\n\n1 record, 1 event.\n")
            << false;
        QTest::addRow("an input that failed")
            << summary << QByteArray("## T\n\n### s\n\n**Not read.** Look.\n\n0 records, 0 events.\n")
            << true;
        QTest::addRow("an input that failed, without its counts")
            << summary << QByteArray("## T\n\n### s\n\n**Not read.** Look.\n\n") << false;
        QTest::addRow("another order of digests") << sums << digestOf("2") + "  b\n" + digestOf("1") + "  a\n"
                                                  << true;
        QTest::addRow("a digest of another content")
            << sums << digestOf("2") + "  b\n" + digestOf("2") + "  a\n"
            << false;
        QTest::addRow("a digest of no file") << sums << digestOf("2") + "  b\n" + digestOf("1") + "  c\n"
                                             << false;
    }

    void aRunThatFailedSaysSo()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(bool, isWhole);
        const FileContents after = fullSet();
        FileContents files = after;
        files[name] = content;
        QCOMPARE(brokenFileOf(files, {}, after).isEmpty(), isWhole);
    }
};

QTEST_APPLESS_MAIN(tst_SetChecks)
#include "tst_SetChecks.moc"
