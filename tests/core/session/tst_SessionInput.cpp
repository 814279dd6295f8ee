// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionInput.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QtTest>

#include <cstdio>

using namespace inspector;

namespace {

bool writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Standard input comes from an open file or folder while this lives.
class RedirectedInput
{
public:
    explicit RedirectedInput(int handle)
        : m_before(::dup(STDIN_FILENO))
    {
        ::dup2(handle, STDIN_FILENO);
        std::clearerr(stdin);
    }
    ~RedirectedInput()
    {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
        std::clearerr(stdin);
    }
    Q_DISABLE_COPY_MOVE(RedirectedInput)

private:
    int m_before;
};

} // namespace

class tst_SessionInput : public QObject
{
    Q_OBJECT

private slots:
    void opensAFile()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s \xc3\xa9.ndjson"));
        QVERIFY(writeText(path, "text\n"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QDateTime changed = QDateTime::fromMSecsSinceEpoch(1'768'469'443'000, Qt::UTC);
        QVERIFY(file.setFileTime(changed, QFileDevice::FileModificationTime));
        file.close();

        const auto input = SessionInput::openFile(path.toStdString());

        QVERIFY2(input, input ? "" : input.error().message.c_str());
        QCOMPARE(input->name(), path.toStdString());
        QCOMPARE(input->modifiedAt(), 1'768'469'443'000.0);
        QCOMPARE(input->device().readAll(), QByteArray("text\n"));
        QVERIFY(input->device().seek(0));
        QCOMPARE(input->device().readAll(), QByteArray("text\n"));
    }

    void readsText()
    {
        const std::string text("a\0b\n", 4);

        const SessionInput input = SessionInput::fromText("its name", text);

        QCOMPARE(input.name(), std::string("its name"));
        QCOMPARE(input.modifiedAt(), 0.0);
        QCOMPARE(input.device().readAll(), QByteArray::fromStdString(text));
    }

    void canBeMoved()
    {
        SessionInput first = SessionInput::fromText("first", "1");
        SessionInput second = SessionInput::fromText("second", "2");

        second = std::move(first);

        QCOMPARE(second.name(), std::string("first"));
        QCOMPARE(second.device().readAll(), QByteArray("1"));
    }

    void copiesStandardInputSoThatItCanBeReadTwice()
    {
        const QByteArray text = QByteArray("line\n").repeated(500'000); // more than one piece
        QTemporaryFile file;
        QVERIFY(file.open());
        QCOMPARE(file.write(text), text.size());
        QVERIFY(file.seek(0)); // writes what is buffered, too
        const RedirectedInput redirected(file.handle());

        const auto input = SessionInput::openFile("-");

        QVERIFY2(input, input ? "" : input.error().message.c_str());
        QCOMPARE(input->name(), std::string("-"));
        QCOMPARE(input->modifiedAt(), 0.0);
        QCOMPARE(input->device().readAll().size(), text.size());
        QVERIFY(input->device().seek(0));
        QCOMPARE(input->device().readAll(), text);
    }

    void standardInputThatCannotBeRead()
    {
        const QTemporaryDir dir;
        const int folder = ::open(qPrintable(dir.path()), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        QVERIFY(folder >= 0);
        const RedirectedInput redirected(folder);

        const auto input = SessionInput::openFile("-");
        ::close(folder);

        QVERIFY(!input);
        QCOMPARE(input.error().code, std::string("input_unreadable"));
    }

    void openingFails_data()
    {
        QTest::addColumn<QString>("name"); // below the folder DIR, which also holds the file "file"
        QTest::addColumn<QByteArray>("error");

        QTest::addRow("missing") << QStringLiteral("none")
                                 << QByteArray("input_missing: DIR/none does not exist. Check the path.");
        QTest::addRow("in a folder that is missing")
            << QStringLiteral("none/s")
            << QByteArray("input_missing: DIR/none/s does not exist. Check the path.");
        QTest::addRow("below a file")
            << QStringLiteral("file/s")
            << QByteArray("input_missing: DIR/file/s does not exist. Check the path.");
        QTest::addRow("a folder") << QStringLiteral("folder")
                                  << QByteArray(
                                         "input_unreadable: DIR/folder cannot be read: it is a folder. "
                                         "Check the path and its permissions.");
        QTest::addRow("no permission")
            << QStringLiteral("locked")
            << QByteArray("input_unreadable: DIR/locked cannot be read: Permission denied. "
                          "Check the path and its permissions.");
    }

    void openingFails()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, error);
        const QTemporaryDir dir;
        const QString locked = dir.filePath(QStringLiteral("locked"));
        QVERIFY(writeText(dir.filePath(QStringLiteral("file")), "x"));
        QVERIFY(writeText(locked, "x"));
        QVERIFY(QFile::setPermissions(locked, {}));
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("folder")));
        if (dir.filePath(name) == locked && QFile(locked).open(QIODevice::ReadOnly))
            QSKIP("this user may read every file");

        const auto input = SessionInput::openFile(dir.filePath(name).toStdString());

        QVERIFY(!input);
        QCOMPARE(QByteArray::fromStdString(
                     input.error().code + ": " + input.error().message + ". " + input.error().remedy),
            error.replace("DIR", dir.path().toUtf8()));
    }

    void anEmptyPathIsMissing()
    {
        QCOMPARE(SessionInput::openFile("").error().code, std::string("input_missing"));
    }
};

QTEST_APPLESS_MAIN(tst_SessionInput)
#include "tst_SessionInput.moc"
