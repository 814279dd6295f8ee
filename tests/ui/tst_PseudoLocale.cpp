// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/PseudoLocale.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/common/ElidedLabel.h"
#include "ui/tutorial/PromptCard.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>

using namespace inspector;

namespace {

/// What the window says by itself, and where: "QLabel: text".
class Sayings
{
public:
    explicit Sayings(const QWidget &root)
    {
        for (const QWidget *widget : root.findChildren<QWidget *>())
            take(*widget);
        for (const QAction *action : root.findChildren<QAction *>()) {
            add("action", action->text());
            add("action's tip", action->toolTip());
        }
    }

    /// Those that say anything outside of the translator's brackets.
    [[nodiscard]] QStringList untranslated() const
    {
        // Names of formats and events are no language, nor are keys.
        static const QRegularExpression noWords(
            QStringLiteral("(transcript-)?csv|(transcript-|summary-)?md|json|snapshot|report|plots|Ctrl|"
                           "Shift|Alt|Del|\\w+:\\w+|"
                           "Telemetry Inspector"));
        static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
        QStringList found;
        for (const QString &saying : m_all) {
            const QString rest = PseudoLocale::outside(saying.mid(saying.indexOf(QLatin1String(": ")) + 2));
            if (QString(rest).remove(noWords).contains(word) && !found.contains(saying))
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
        const bool isTheGames = qobject_cast<const PromptCard *>(widget.parent()) != nullptr;
        if (const auto *label = qobject_cast<const QLabel *>(&widget); label != nullptr && !isTheGames)
            add(name, label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            add(name, button->text());
        else if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            add("placeholder", field->placeholderText());
        else if (const auto *dock = qobject_cast<const QDockWidget *>(&widget))
            add(name, dock->windowTitle());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
            for (int i = 0; i < tabs->count(); ++i)
                add(name, tabs->tabText(i));
        else if (const auto *table = qobject_cast<const QTableView *>(&widget))
            for (int i = 0; table->model() != nullptr && i < table->model()->columnCount(); ++i)
                add("column", table->model()->headerData(i, Qt::Horizontal).toString());
    }

    QStringList m_all;
};

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
