// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/LoadedSave.h"
#include "tests/support/SampleSave.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

class tst_LoadedSave : public QObject
{
    Q_OBJECT

private slots:
    void reads()
    {
        const SaveFile save = sampleSave("a", 5);
        writeFile(path(), QByteArray::fromStdString(toJsonText(save.toJson(), JsonLayout::Indented)));

        const auto loaded = LoadedSave::read(path());

        QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
        QCOMPARE(shown(loaded->save.toJson()), shown(save.toJson()));
        QVERIFY(loaded->save == save);
        QVERIFY(loaded->issues.empty());
        QVERIFY(loaded->repairs.empty());
    }

    void tellsWhatWasOdd()
    {
        writeFile(path(), "{\"version\":1,\"slot\":3,\"gameData\":{\"a\":\"\xff\"}}");

        const auto loaded = LoadedSave::read(path());

        QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
        QCOMPARE(loaded->issues, std::vector<FieldIssue>({{"slot", "a string", "number"}}));
        QCOMPARE(loaded->repairs.size(), std::size_t{1});
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("content"); // null: no file
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("message"); // behind the path

        QTest::addRow("no file") << QByteArray() << QByteArray("file_missing")
                                 << QByteArray(" does not exist");
        QTest::addRow("a list") << QByteArray("[]") << QByteArray("not_understood")
                                << QByteArray(" is no JSON object: it holds a list");
        QTest::addRow("a snapshot") << QByteArray("{\"factions\":{}}") << QByteArray("not_understood")
                                    << QByteArray(" is no save: it is an object without \"gameData\"");
        QTest::addRow("a later version")
            << QByteArray("{\"version\":2,\"gameData\":{}}") << QByteArray("future_version")
            << QByteArray(": the save is of version 2; this program knows version 1");
        QTest::addRow("no game data")
            << QByteArray("{\"version\":1}") << QByteArray("not_understood")
            << QByteArray(": the save has no game data: \"gameData\" must be an object");
    }

    void failures()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, message);
        if (!content.isNull())
            writeFile(path(), content);

        const auto loaded = LoadedSave::read(path());

        QVERIFY(!loaded);
        QCOMPARE(QByteArray::fromStdString(loaded.error().code), code);
        QCOMPARE(QByteArray::fromStdString(loaded.error().message), path().toUtf8().append(message));
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("save_a.json")); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_APPLESS_MAIN(tst_LoadedSave)
#include "tst_LoadedSave.moc"
