// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "tests/support/Words.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace inspector;

/// An output never takes the place of what is read.
class tst_OutputClash : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_before;

    static QByteArray answerTo(const QByteArray &line)
    {
        const auto options = parseCommandLine(words(line), [](std::string_view) { return std::nullopt; });
        return options ? QByteArray() : QByteArray::fromStdString(options.error().message);
    }

private slots:
    void initTestCase()
    {
        m_before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder.path()));
        for (const char *name : {"a.ndjson", "b.ndjson", "e.json", "b.zip"}) {
            QFile file(QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        }
        std::filesystem::create_symlink("a.ndjson", "link.ndjson");
    }

    void cleanupTestCase() { QVERIFY(QDir::setCurrent(m_before)); }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(expected);
        };
        const char *session = "--session-out would replace a.ndjson, which is read";
        row("--export --session-out a.ndjson a.ndjson", session);
        row("--export --session-out ./x/../a.ndjson a.ndjson", session);
        row("--export --result x/../a.ndjson a.ndjson", "--result would replace a.ndjson, which is read");
        row("--listen 0 --session-out new.ndjson --result new.ndjson",
            "--result would replace what --session-out writes");
        row("--export --junit x/new.xml --metadata ./x/new.xml",
            "--metadata would replace what --junit writes");
        row("--export --result /dev/null --junit /dev/null", "");
        row("--export --session-out ./a.ndjson a.ndjson", session);
        row("--export --session-out link.ndjson a.ndjson", session);
        row("--export --result b.ndjson a.ndjson b.ndjson", "--result would replace b.ndjson, which is read");
        row("--export --junit a.ndjson a.ndjson", "--junit would replace a.ndjson, which is read");
        row("--export --metadata a.ndjson a.ndjson", "--metadata would replace a.ndjson, which is read");
        row("--expect e.json --result e.json a.ndjson", "--result would replace e.json, which is read");
        row("--diff --result a.ndjson a.ndjson b.ndjson", "--result would replace a.ndjson, which is read");
        row("--bundle b.zip --last 5 b.zip", "--bundle would replace b.zip, which is read");
        row("--export --artifact-dir o --result o/ci-artifacts.json",
            "--result would replace what the export writes");
        row("--export --artifact-dir o --metadata o/SHA256SUMS",
            "--metadata would replace what the export writes");
        row("--export --artifact-dir o --metadata o/ci-summary.md",
            "--metadata would replace what the export writes");
        row("--export --metadata o/m.json --junit o/SHA256SUMS",
            "--junit would replace what the export writes");
        row("--export --artifact-dir o --metadata o/ci-artifacts.json", "");
        row("--expect e.json --artifact-dir o --result o/ci-artifacts.json", "");
        row("--export --session-out b.ndjson a.ndjson", "");
        row("--export --result new.json a.ndjson", "");
        row("--export --result /dev/null /dev/null", "");
        row("--export --session-out a.ndjson", "");
        row("--export --session-out a.ndjson -", "");
    }

    void isRefused()
    {
        QFETCH(QByteArray, line);
        QTEST(answerTo(line), "expected");
    }
};

QTEST_APPLESS_MAIN(tst_OutputClash)
#include "tst_OutputClash.moc"
