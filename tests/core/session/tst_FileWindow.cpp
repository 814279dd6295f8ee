// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FileWindow.h"
#include "core/session/mission/SeededRandom.h"

#include <QByteArray>
#include <QObject>
#include <QTemporaryFile>
#include <QTest>

using namespace inspector;

namespace {

constexpr int fileBytes = 5'000'003;

QByteArray content()
{
    QByteArray bytes(fileBytes, '\0');
    SeededRandom random(5);
    for (char &byte : bytes)
        byte = static_cast<char>(random.next());
    return bytes;
}

} // namespace

class tst_FileWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_onDisk.open() && m_onDisk.write(m_content) == fileBytes && m_onDisk.flush());
        m_file = *SessionFile::fromDevice(m_onDisk, "game.ndjson");
    }

    void readsAsTheFileIs_data()
    {
        QTest::addColumn<quint64>("largest");
        QTest::addColumn<quint64>("ahead");

        QTest::addRow("small, nothing ahead") << quint64{300} << quint64{0};
        QTest::addRow("small, some ahead") << quint64{300} << quint64{100'000};
        QTest::addRow("small, everything ahead") << quint64{300} << ~quint64{0};
        QTest::addRow("of any size") << quint64{fileBytes} << quint64{0};
    }

    void readsAsTheFileIs()
    {
        QFETCH(quint64, largest);
        QFETCH(quint64, ahead);
        FileWindow window(m_file);
        SeededRandom random(1);

        for (int i = 0; i < 300; ++i) {
            const std::uint64_t size = random.below(largest);
            const std::uint64_t offset = random.below(fileBytes - size + 1);
            const auto bytes = window.read(offset, size, ahead);
            QVERIFY(bytes.has_value());
            QCOMPARE(QByteArray(bytes->data(), static_cast<qsizetype>(bytes->size())),
                m_content.sliced(static_cast<qsizetype>(offset), static_cast<qsizetype>(size)));
        }
    }

    void aShorterFileIsAnError()
    {
        QTemporaryFile onDisk;
        QVERIFY(onDisk.open() && onDisk.write(m_content) == fileBytes && onDisk.flush());
        FileWindow window(*SessionFile::fromDevice(onDisk, "game.ndjson"));
        QVERIFY(window.read(fileBytes - 10, 10).has_value());
        QVERIFY(onDisk.resize(1000));
        const Error changed{
            "input_changed", "game.ndjson changed after it was read: it is shorter now", "Open it again."};

        QCOMPARE(window.read(995, 6).error(), changed);
        QCOMPARE(window.read(2'000'000, 1).error(), changed);
        QCOMPARE(window.read(995, 5).value_or(""), std::string_view(m_content.constData() + 995, 5));
    }

    void aGrownFileIsReadFurther()
    {
        QTemporaryFile onDisk;
        QVERIFY(onDisk.open() && onDisk.write("abc") == 3 && onDisk.flush());
        FileWindow window(*SessionFile::fromDevice(onDisk, "x"));
        QCOMPARE(window.read(0, 3).value_or(""), std::string_view("abc"));
        QVERIFY(!window.read(0, 6).has_value());
        QVERIFY(onDisk.write("def") == 3 && onDisk.flush());

        QCOMPARE(window.read(0, 6).value_or(""), std::string_view("abcdef"));
    }

private:
    QByteArray m_content = content();
    QTemporaryFile m_onDisk;
    std::shared_ptr<const SessionFile> m_file;
};

QTEST_APPLESS_MAIN(tst_FileWindow)
#include "tst_FileWindow.moc"
