// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/common/Translations.h"

#include <QDirIterator>
#include <QMutex>
#include <QProcess>
#include <QSet>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace inspector;

namespace {

const QString lupdate = QStringLiteral(INSPECTOR_LUPDATE);
const QDir sources(QStringLiteral(INSPECTOR_SOURCE_DIR));

/// "context: text"
QString message(const QString &context, const QString &text)
{
    return context + QStringLiteral(": ") + text;
}

/// What lupdate finds in ui/ and app/, called as the target "translations" calls it.
struct Extracted
{
    QSet<QString> messages;
    QMap<QString, int> perFile; ///< how many, by the file's path
    QByteArray complaints;

    static Extracted ofTheWindow()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("telemetry-inspector.ts"));
        QProcess process;
        process.start(lupdate, {QStringLiteral("-no-obsolete"), QStringLiteral("-I"), sources.path(),
                                   sources.filePath(QStringLiteral("ui")),
                                   sources.filePath(QStringLiteral("app")), QStringLiteral("-ts"), path});
        if (!process.waitForFinished() || process.exitCode() != 0)
            QTest::qFail("lupdate fails", __FILE__, __LINE__);
        Extracted extracted;
        extracted.complaints = process.readAllStandardError();
        extracted.read(path);
        return extracted;
    }

private:
    void read(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            QTest::qFail("lupdate writes nothing", __FILE__, __LINE__);
        QXmlStreamReader xml(&file);
        QString context;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                messages.insert(message(context, xml.readElementText()));
            else if (xml.name() == QLatin1String("location"))
                ++perFile[QFileInfo(
                    QFileInfo(path).dir(), xml.attributes().value(QLatin1String("filename")).toString())
                              .canonicalFilePath()];
        }
    }
};

/// How many translations each source asks for, comments left out. The same text twice in a line is one for
/// lupdate.
QMap<QString, int> callsPerFile()
{
    static const QRegularExpression call(
        QStringLiteral("\\b(?:tr|QCoreApplication::translate)\\((?:\"(?:[^\"\\\\]|\\\\.)*\")?"));
    QMap<QString, int> calls;
    for (const char *folder : {"ui", "app"}) {
        QDirIterator files(sources.filePath(QLatin1String(folder)),
            {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                QTest::qFail(qPrintable(file.fileName()), __FILE__, __LINE__);
            for (const QByteArray &line : file.readAll().split('\n')) {
                QSet<QString> asked;
                if (!line.trimmed().startsWith("//"))
                    for (const QRegularExpressionMatch &match : call.globalMatch(QString::fromUtf8(line)))
                        asked.insert(match.captured());
                if (!asked.isEmpty())
                    calls[QFileInfo(file).canonicalFilePath()] += static_cast<int>(asked.size());
            }
        }
    }
    return calls;
}

/// Translates nothing, and knows what it was asked for.
class Asked final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(
        const char *context, const char *text, const char * /*hint*/, int /*n*/) const override
    {
        const QMutexLocker lock(&m_mutex); // a text may be made on another thread
        m_all.insert(message(QString::fromUtf8(context), QString::fromUtf8(text)));
        return {};
    }
    /// But for what Qt itself asks for.
    [[nodiscard]] QSet<QString> byTheWindow() const
    {
        const QMutexLocker lock(&m_mutex);
        QSet<QString> own;
        for (const QString &each : m_all) {
            if (!each.startsWith(QLatin1Char('Q')))
                own.insert(each);
        }
        return own;
    }

private:
    mutable QMutex m_mutex;
    mutable QSet<QString> m_all;
};

/// Writes a .qm file in which a text of a context is "<the same> in <language>".
void writeTranslation(
    const QString &path, const QString &language, const QString &context, const QString &text)
{
    QTemporaryDir folder;
    const QString source = folder.filePath(QStringLiteral("a.ts"));
    QFile file(source);
    if (!file.open(QIODevice::WriteOnly))
        QTest::qFail("not written", __FILE__, __LINE__);
    file.write(
        QStringLiteral("<!DOCTYPE TS><TS version='2.1' language='%1'><context><name>%2</name><message>"
                       "<source>%3</source><translation>%3 in %1</translation></message></context></TS>")
            .arg(language, context, text)
            .toUtf8());
    file.close();
    const QString lrelease = QFileInfo(lupdate).dir().filePath(QStringLiteral("lrelease"));
    if (QProcess::execute(lrelease, {QStringLiteral("-silent"), source, QStringLiteral("-qm"), path}) != 0)
        QTest::qFail("lrelease fails", __FILE__, __LINE__);
}

QString windowsWord()
{
    return QCoreApplication::translate("inspector::ExpectDialog", "When");
}
QString qtsWord()
{
    return QCoreApplication::translate("QPlatformTheme", "Cancel");
}

} // namespace

/// Whether whoever translates the window gets all that it says, and what they make of it is spoken.
class tst_Translations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (lupdate.isEmpty())
            QSKIP("there is no lupdate here");
    }

    void everyTextIsExtracted()
    {
        const Extracted extracted = Extracted::ofTheWindow();

        QCOMPARE(QString::fromUtf8(extracted.complaints), QString());
        const QMap<QString, int> calls = callsPerFile();
        QVERIFY(!calls.isEmpty());
        for (auto file = calls.begin(); file != calls.end(); ++file)
            QVERIFY2(extracted.perFile.value(file.key()) == file.value(),
                qPrintable(QStringLiteral("%1: %2 of %3 texts")
                               .arg(file.key())
                               .arg(extracted.perFile.value(file.key()))
                               .arg(file.value())));
    }

    /// A context that is one thing for lupdate and another one for the program would be translated in vain.
    void whatTheWindowAsksForIsExtracted()
    {
        const Extracted extracted = Extracted::ofTheWindow();
        Asked asked;
        QVERIFY(QCoreApplication::installTranslator(&asked));
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        window.cursor().goTo(262);
        QVERIFY(harness.waitForState());
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.details != nullptr; }));
        for (int tab = 0; tab < window.tabs().count(); ++tab) {
            window.tabs().setCurrentIndex(tab);
            QApplication::processEvents();
        }
        window.showKeys();
        window.showPalette();
        harness.close();

        QVERIFY(asked.byTheWindow().size() > 400);
        const QStringList missing = (asked.byTheWindow() - extracted.messages).values();
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void theFirstLanguageThatIsThereIsSpoken_data()
    {
        QTest::addColumn<QStringList>("languages");
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<QString>("window");
        QTest::addColumn<QString>("qt");

        const auto row = [](const char *name, const QString &languages, const char *spoken,
                             const char *window, const char *qt) {
            QTest::newRow(name) << languages.split(QLatin1Char(' ')) << spoken << window << qt;
        };
        row("the language", QStringLiteral("de"), "de", "When in de", "Cancel in de");
        row("of a country", QStringLiteral("de-AT"), "de", "When in de", "Cancel in de");
        row("in a script", QStringLiteral("de-Latn-AT"), "de", "When in de", "Cancel in de");
        row("of that country", QStringLiteral("pt-BR pt"), "pt_BR", "When in pt_BR", "Cancel");
        row("not of another country", QStringLiteral("pt-PT pt"), "", "When", "Cancel");
        row("installed", QStringLiteral("es-ES"), "es", "When in es", "Cancel");
        row("the second", QStringLiteral("nl-NL de"), "de", "When in de", "Cancel in de");
        row("English before it", QStringLiteral("en-US de"), "", "When", "Cancel");
        row("an English one", QStringLiteral("en-GB en"), "en_GB", "When in en_GB", "Cancel");
        row("Qt's only", QStringLiteral("fr"), "", "When", "Cancel");
        row("no translation in the file", QStringLiteral("it de"), "de", "When in de", "Cancel in de");
        row("none", QStringLiteral("C"), "", "When", "Cancel");
    }

    void theFirstLanguageThatIsThereIsSpoken()
    {
        QFETCH(QStringList, languages);
        QFETCH(QString, spoken);
        QFETCH(QString, window);
        QFETCH(QString, qt);
        const QTemporaryDir prefix, qtFolder;
        const QDir root(prefix.path());
        const QString program = root.filePath(QStringLiteral("libexec/telemetry-inspector"));
        const QStringList folders = Translations::foldersOf(program);
        QVERIFY(root.mkpath(program));
        for (const QString &folder : folders)
            QVERIFY(root.mkpath(folder));
        const auto own = [&](qsizetype place, const QString &language) {
            return QDir(folders[place]).filePath(QStringLiteral("telemetry-inspector_%1.qm").arg(language));
        };
        for (const char *language : {"de", "pt_BR", "en_GB"})
            writeTranslation(own(0, QLatin1String(language)), QLatin1String(language),
                QStringLiteral("inspector::ExpectDialog"), QStringLiteral("When"));
        writeTranslation(own(1, QStringLiteral("es")), QStringLiteral("es"),
            QStringLiteral("inspector::ExpectDialog"), QStringLiteral("When"));
        for (const char *language : {"de", "fr"})
            writeTranslation(qtFolder.filePath(QStringLiteral("qtbase_%1.qm").arg(QLatin1String(language))),
                QLatin1String(language), QStringLiteral("QPlatformTheme"), QStringLiteral("Cancel"));
        QFile broken(own(0, QStringLiteral("it")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no translation") > 0);
        broken.close();

        {
            const Translations translations(languages, folders, qtFolder.path());
            QCOMPARE(QStringList({translations.language(), windowsWord(), qtsWord()}),
                QStringList({spoken, window, qt}));
        }
        QCOMPARE(QStringList({windowsWord(), qtsWord()}),
            QStringList({QStringLiteral("When"), QStringLiteral("Cancel")}));
    }
};

QTEST_MAIN(tst_Translations)
#include "tst_Translations.moc"
