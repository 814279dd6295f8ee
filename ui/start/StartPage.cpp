// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/StartPage.h"

#include "ui/common/Typography.h"

#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace inspector {

namespace {

constexpr int cardWidth = 72; // units of space, as the next one
constexpr int cardMargin = 5;

struct Card
{
    QFrame *frame;
    QVBoxLayout *layout;
    QPushButton *button;
};

Card makeCard(const QString &title, const QString &text, const QString &action, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", QStringLiteral("card"));
    frame->setFixedWidth(cardWidth * typography::unit());
    auto *layout = new QVBoxLayout(frame);
    const int unit = typography::unit();
    layout->setContentsMargins(cardMargin * unit, 4 * unit, cardMargin * unit, 4 * unit);
    layout->setSpacing(2 * unit);
    auto *head = new QLabel(title, frame);
    QFont font = typography::strong();
    font.setPixelSize(qRound(font.pixelSize() * 1.15));
    head->setFont(font);
    auto *body = new QLabel(text, frame);
    body->setWordWrap(true);
    body->setProperty("role", QStringLiteral("secondary"));
    layout->addWidget(head);
    layout->addWidget(body);
    layout->addSpacing(unit);
    auto *button = new QPushButton(action, frame);
    layout->addWidget(button, 0, Qt::AlignLeft);
    return {frame, layout, button};
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QGridLayout(this);
    const int unit = typography::unit();
    layout->setHorizontalSpacing(4 * unit);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(3, 3);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(4, 1);
    auto *title = new QLabel(tr("What did the game do, and why?"), this);
    QFont font = typography::strong();
    font.setPixelSize(qRound(font.pixelSize() * 1.6));
    title->setFont(font);
    title->setContentsMargins(0, 0, 0, 4 * unit);
    layout->addWidget(title, 1, 1, 1, 3);
    layout->addWidget(makeOpenCard(), 2, 1, Qt::AlignTop);
    layout->addWidget(makeAttachCard(), 2, 2, Qt::AlignTop);
    layout->addWidget(makeDemoCard(), 2, 3, Qt::AlignTop);
}

QWidget *StartPage::makeOpenCard()
{
    const Card card = makeCard(tr("Open a session"),
        tr("A recording (.ndjson), a world-state snapshot or a save, as it is or packed by gzip. Drop it "
           "anywhere in "
           "this window."),
        tr("Open…"), this);
    card.button->setProperty("role", QStringLiteral("primary"));
    card.button->setToolTip(tr("Open a session (Ctrl+O)"));
    connect(card.button, &QPushButton::clicked, this, &StartPage::openWanted);
    m_noRecent = new QLabel(tr("What you opened last is listed here."), card.frame);
    m_noRecent->setFont(typography::table());
    m_noRecent->setProperty("role", QStringLiteral("secondary"));
    card.layout->addSpacing(2 * typography::unit());
    card.layout->addWidget(m_noRecent);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    card.layout->addLayout(m_recent);
    return card.frame;
}

QWidget *StartPage::makeDemoCard()
{
    const Card card = makeCard(tr("Play the demo mission"),
        tr("A simulated mission in a harbour town: factions that change their minds, cascades, a tutorial, a "
           "few odd "
           "moments. Good for finding your way around."),
        tr("Play the demo"), this);
    connect(card.button, &QPushButton::clicked, this, &StartPage::demoWanted);
    return card.frame;
}

QWidget *StartPage::makeAttachCard()
{
    const Card card = makeCard(tr("Attach a game"),
        tr("A game that runs in a browser on this machine is shown while it plays, and recorded. Its page "
           "takes in a few lines."),
        tr("Attach…"), this);
    card.button->setToolTip(tr("Attach a game (Ctrl+L)"));
    connect(card.button, &QPushButton::clicked, this, &StartPage::attachWanted);
    m_interruptedHead = new QLabel(tr("Interrupted, and readable up to there:"), card.frame);
    m_interruptedHead->setFont(typography::table());
    m_interruptedHead->setProperty("role", QStringLiteral("secondary"));
    m_interruptedHead->setContentsMargins(0, 2 * typography::unit(), 0, 0);
    m_interruptedHead->hide();
    card.layout->addWidget(m_interruptedHead);
    m_interrupted = new QVBoxLayout;
    m_interrupted->setSpacing(0);
    card.layout->addLayout(m_interrupted);
    return card.frame;
}

void StartPage::setRecent(const QStringList &paths)
{
    m_noRecent->setVisible(paths.isEmpty());
    setLinks(*m_recent, paths, &StartPage::fileWanted);
}

void StartPage::setInterrupted(const QStringList &paths)
{
    constexpr qsizetype most = 5;
    m_interruptedHead->setVisible(!paths.isEmpty());
    setLinks(*m_interrupted, paths.mid(0, most), &StartPage::interruptedWanted);
}

void StartPage::setLinks(
    QVBoxLayout &layout, const QStringList &paths, void (StartPage::*wanted)(const QString &))
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // the click that led here may be its own
        delete item;
    }
    for (const QString &path : paths) {
        auto *button = new QPushButton(this);
        button->setProperty("role", QStringLiteral("link"));
        // A recording's name begins with its time and ends with its kind; what is between is the same to
        // anybody.
        const int room = (cardWidth - 2 * cardMargin - 2) * typography::unit();
        button->setText(
            QFontMetrics(typography::body()).elidedText(QFileInfo(path).fileName(), Qt::ElideMiddle, room));
        button->setAccessibleName(QFileInfo(path).fileName());
        button->setToolTip(path);
        button->setFixedHeight(typography::rowHeight() + typography::unit());
        connect(button, &QPushButton::clicked, this, [this, path, wanted] { emit(this->*wanted)(path); });
        layout.addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace inspector
