// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineReader.h"
#include "tests/support/LoadedSession.h"
#include "tests/ui/PseudoLocale.h"
#include "tests/ui/ShownRows.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/bundle/BundleDialog.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/PopupField.h"
#include "ui/common/Words.h"
#include "ui/events/ChangeWords.h"
#include "ui/expect/ExpectDialog.h"
#include "ui/help/KeySheet.h"
#include "ui/palette/CommandPalette.h"
#include "ui/tutorial/PromptCard.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>

#include <algorithm>
#include <array>

using namespace inspector;

namespace {

template <class Kind>
bool isA(const QObject *object)
{
    return qobject_cast<const Kind *>(object) != nullptr;
}

/// What is said in the same words in every language.
struct Kept
{
    const char *why;
    bool (*holds)(const QLabel &label);
};

constexpr std::array<Kept, 2> kept{
    {{"the game's words", [](const QLabel &label) { return isA<PromptCard>(label.parent()); }},
        {"core's words, as the results of the program have them", [](const QLabel &label) {
             return isA<ExpectDialog>(label.parent()) &&
                    label.accessibleName().contains(QLatin1String("What it means"));
         }}}};

/// Names, formats, events and keys, which are no language.
const QRegularExpression &noWords()
{
    static const QRegularExpression names = [] {
        QStringList all{
            QStringLiteral("(transcript-)?csv|(transcript-|summary-)?md|json|snapshot|report|plots"),
            QStringLiteral("Ctrl|Shift|Alt|Del"), QStringLiteral("\\w+:\\w+"),
            QStringLiteral("Telemetry Inspector"),
            QStringLiteral(
                "GitHub Actions|Gitea, Forgejo|GitLab CI|Azure Pipelines|Jenkins|Buildkite|CircleCI|"
                "TeamCity|Bitbucket Pipelines|Travis CI|AppVeyor|Drone|Woodpecker")};
        for (const Faction &faction : FactionCatalogue::builtIn().factions())
            all << QRegularExpression::escape(words::text(faction.name));
        return QRegularExpression(all.join(QLatin1Char('|')));
    }();
    return names;
}

/// What the window says by itself, and where: "QLabel: text".
class Sayings
{
public:
    explicit Sayings(const QWidget &root)
    {
        take(root);
        for (const QWidget *widget : root.findChildren<QWidget *>())
            take(*widget);
        for (const QAction *action : root.findChildren<QAction *>()) {
            add("action", action->text());
            add("action's tip", action->toolTip());
            add("action's status tip", action->statusTip());
        }
    }

    /// Those that say anything outside of the translator's brackets.
    [[nodiscard]] QStringList untranslated() const
    {
        static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
        QStringList found;
        for (const QString &saying : m_all) {
            const QString rest = PseudoLocale::outside(saying.mid(saying.indexOf(QLatin1String(": ")) + 2));
            if (QString(rest).remove(noWords()).contains(word) && !found.contains(saying))
                found.append(saying);
        }
        return found;
    }
    [[nodiscard]] qsizetype size() const { return m_all.size(); }

private:
    void add(const char *what, const QString &text)
    {
        if (!text.isEmpty())
            m_all.append(QLatin1String(what) + QLatin1String(": ") + text);
    }

    void take(const QWidget &widget)
    {
        const char *name = widget.metaObject()->className();
        add("tool tip", widget.toolTip());
        add("accessible name", widget.accessibleName());
        add("accessible description", widget.accessibleDescription());
        add("window title", widget.windowTitle());
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            takeLabel(*label);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            add(name, button->text());
        else if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            add("placeholder", field->placeholderText());
        else if (const auto *notes = qobject_cast<const QPlainTextEdit *>(&widget))
            add("placeholder", notes->placeholderText());
        else if (const auto *number = qobject_cast<const QDoubleSpinBox *>(&widget))
            add(name, number->prefix() + number->suffix());
        else if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
            add(name, group->title());
        else if (const auto *menu = qobject_cast<const QMenu *>(&widget))
            add(name, menu->title());
        else if (const auto *table = qobject_cast<const QTableView *>(&widget);
                 table != nullptr && isA<CommandPalette>(table->parent())) // others show what is in a session
            for (const QString &row : shownRows(*table->model()))
                add("command", row);
        else if (const auto *box = qobject_cast<const QComboBox *>(&widget))
            for (int i = 0; i < box->count(); ++i)
                add("choice", box->itemText(i));
        else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(name, tabs->tabText(i));
        else if (const auto *header = qobject_cast<const QHeaderView *>(&widget);
                 header != nullptr && header->orientation() == Qt::Horizontal) // rows have numbers
            for (int i = 0; i < header->count(); ++i)
                add("column", header->model()->headerData(i, Qt::Horizontal).toString());
    }

    void takeLabel(const QLabel &label)
    {
        const auto holds = [&](const Kept &each) { return each.holds(label); };
        if (std::none_of(kept.begin(), kept.end(), holds))
            add(label.metaObject()->className(), label.text());
    }

    QStringList m_all;
};

/// Shows something of a window, and returns it.
using Opener = std::function<QWidget *(MainWindow &)>;

template <class Kind>
Opener shownBy(void (MainWindow::*show)())
{
    return [show](MainWindow &window) -> QWidget * {
        (window.*show)();
        return window.findChild<Kind *>();
    };
}
Opener asked(void (SessionCommands::*ask)())
{
    return [ask](MainWindow &window) -> QWidget * {
        (window.commands().*ask)();
        return window.findChild<PopupField *>();
    };
}

} // namespace

/// Whether the window can be translated: nothing that it says escapes the translator, nothing is cut off
/// where words are longer.
class tst_PseudoLocale : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(QCoreApplication::installTranslator(&m_language)); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_language); }

    void nothingEscapesTheTranslator_data()
    {
        QTest::addColumn<bool>("isOpen");
        QTest::addRow("empty") << false;
        QTest::addRow("the demo mission") << true;
    }

    void nothingEscapesTheTranslator()
    {
        QFETCH(bool, isOpen);
        WindowHarness harness;
        MainWindow &window = isOpen ? harness.openDemo() : harness.open();
        if (isOpen) {
            window.cursor().goTo(262);
            QVERIFY(harness.waitForState());
            QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.details != nullptr; }));
        }
        QStringList found;
        for (int tab = 0; tab < window.tabs().count(); ++tab) { // a view may say nothing until it is seen
            window.tabs().setCurrentIndex(tab);
            QApplication::processEvents();
            const Sayings sayings(window);
            QVERIFY(sayings.size() > 300);
            found += sayings.untranslated();
        }
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void nothingEscapesInWhatComesOnDemand_data()
    {
        QTest::addColumn<Opener>("open");
        QTest::newRow("the bundle dialog")
            << Opener([](MainWindow &window) -> QWidget * { return new BundleDialog(&window); });
        QTest::newRow("the command palette") << shownBy<CommandPalette>(&MainWindow::showPalette);
        QTest::newRow("the key sheet") << shownBy<KeySheet>(&MainWindow::showKeys);
        QTest::newRow("where to go") << asked(&SessionCommands::askPlace);
        QTest::newRow("the name of a marker") << asked(&SessionCommands::askMarker);
        QTest::newRow("how many minutes") << asked(&SessionCommands::askLastMinutes);
        for (int when = 0; when < 4; ++when) {
            QTest::addRow("the expect dialog, when %d", when)
                << Opener([when](MainWindow &window) -> QWidget * {
                       Expectation expectation;
                       expectation.path = {"tutorial", "totalSteps"};
                       auto *dialog = new ExpectDialog(
                           expectation, QStringLiteral("#12"), [](const ValuePath &) { return JsonValue(); },
                           &window);
                       dialog->findChildren<QComboBox *>().last()->setCurrentIndex(when);
                       return dialog;
                   });
        }
    }

    void nothingEscapesInWhatComesOnDemand()
    {
        QFETCH(Opener, open);
        WindowHarness harness;
        QWidget *opened = open(harness.openDemo());
        QVERIFY(opened != nullptr);
        const Sayings sayings(*opened);
        QVERIFY(sayings.size() > 2);
        const QStringList found = sayings.untranslated();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void whatAnEventChangedIsTranslated()
    {
        const auto loader = loadedSession("{'type':'event','timestamp':1,'event':'faction:member_removed',"
                                          "'payload':{'factionId':'vanguard_prime'}}\n");
        QVERIFY(loader);
        TimelineReader reader(loader->timeline());

        const QString text = changeWords(detailsOf(reader, 1), FactionCatalogue::builtIn()).text;

        QVERIFY2(text.contains(m_language.translate("", "a member", nullptr, -1)), qPrintable(text));
        QCOMPARE(PseudoLocale::outside(text), QString());
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("tab");
        for (int tab = 0; tab < 6; ++tab)
            QTest::addRow("tab %d", tab) << tab;
    }

    void nothingIsCutOff()
    {
        QFETCH(int, tab);
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        window.resize(1280, 800);
        window.tabs().setCurrentIndex(tab);
        QTest::qWait(0);

        QStringList cut;
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool isWord = qobject_cast<const QAbstractButton *>(widget) != nullptr ||
                                (label != nullptr && !label->wordWrap() &&
                                    qobject_cast<const ElidedLabel *>(widget) == nullptr);
            if (isWord && widget->isVisible() && !widget->property("text").toString().isEmpty() &&
                widget->width() < widget->sizeHint().width())
                cut.append(QStringLiteral("%1 %2: %3 of %4")
                               .arg(QLatin1String(widget->metaObject()->className()),
                                   widget->property("text").toString())
                               .arg(widget->width())
                               .arg(widget->sizeHint().width()));
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }

private:
    PseudoLocale m_language;
};

QTEST_MAIN(tst_PseudoLocale)
#include "tst_PseudoLocale.moc"
