// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/TransportBar.h"

#include "ui/common/FrameSource.h"
#include "ui/common/Icon.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/transport/SteadyLabel.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace inspector {

namespace {

using Mode = SessionCursor::Mode;

QString speedText(double speed)
{
    return speed < 1 ? QStringLiteral("1/%1×").arg(qRound(1 / speed))
                     : QStringLiteral("%1×").arg(qRound(speed));
}

QString numberText(std::uint64_t record)
{
    return QStringLiteral("#") + words::count(record);
}

} // namespace

TransportBar::TransportBar(
    FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_cursor(cursor)
    , m_theme(theme)
    , m_mode(new QToolButton(this))
    , m_toStart(addButton(tr("To the start"), tr("Home"), &TransportBar::toStart))
    , m_back(addButton(tr("Previous event"), tr("Shift+F8, Left"), &TransportBar::stepBack))
    , m_play(addButton(tr("Play"), tr("Space"), &TransportBar::togglePlaying))
    , m_forward(addButton(tr("Next event"), tr("F8, Right"), &TransportBar::stepForward))
    , m_toEnd(addButton(tr("Follow the end"), tr("End"), &TransportBar::toEnd))
    , m_speed(new QToolButton(this))
    , m_number(new SteadyLabel(this))
    , m_count(new QLabel(this))
    , m_time(new SteadyLabel(this))
    , m_new(new QToolButton(this))
{
    constexpr int tickMs = 16;
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &TransportBar::tick);
    m_mode->setAccessibleName(tr("Mode"));
    m_mode->setFont(typography::strong());
    connect(m_mode, &QToolButton::clicked, this,
        [this] { m_cursor.setMode(m_cursor.mode() == Mode::Live ? Mode::Paused : Mode::Live); });
    m_speed->setProperty("role", QStringLiteral("plain"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast it plays ( , slower  . faster )"));
    m_speed->setPopupMode(QToolButton::InstantPopup);
    makeCommands();
    m_new->setProperty("role", QStringLiteral("plain"));
    connect(m_new, &QToolButton::clicked, this, &TransportBar::toEnd);
    for (QLabel *label : std::initializer_list<QLabel *>{m_number, m_count, m_time})
        label->setFont(typography::fixed());
    m_number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setProperty("role", QStringLiteral("secondary"));

    auto *layout = new QHBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_mode, m_toStart, m_back, m_play, m_forward,
             m_toEnd, m_speed, m_number, m_count, m_time, m_new}) {
        layout->addWidget(widget);
        if (widget == m_mode || widget == m_toEnd || widget == m_speed || widget == m_count ||
            widget == m_time)
            layout->addSpacing(2 * unit);
    }
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_StyledBackground); // without which Qt draws no border, and so no focus
    setAccessibleName(tr("Transport"));    // arrows move the cursor while it has the focus
    connect(&cursor, &SessionCursor::modeChanged, this, &TransportBar::showMode);
    connect(&cursor, &SessionCursor::moved, this, &TransportBar::showPlace);
    connect(&source, &FrameSource::frameChanged, this, &TransportBar::showPlace);
    connect(&theme, &ThemeController::changed, this, &TransportBar::restyle);
    setSpeed(1);
    showMode();
    showPlace();
}

QToolButton *TransportBar::addButton(
    const QString &name, const QString &keys, void (TransportBar::*pressed)())
{
    auto *button = new QToolButton(this);
    button->setProperty("role", QStringLiteral("plain"));
    button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys));
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, pressed);
    return button;
}

void TransportBar::makeCommands()
{
    const auto add = [this](const QString &name, const QKeySequence &key) {
        auto *action = new QAction(name, this);
        action->setShortcut(key);
        m_commands << action;
        return action;
    };
    connect(add(tr("Play or pa&use"), QKeySequence(Qt::Key_F9)), &QAction::triggered, this,
        &TransportBar::togglePlaying);
    connect(add(tr("S&lower"), QKeySequence(Qt::ALT | Qt::Key_Comma)), &QAction::triggered, this,
        [this] { changeSpeed(false); });
    connect(add(tr("Fas&ter"), QKeySequence(Qt::ALT | Qt::Key_Period)), &QAction::triggered, this,
        [this] { changeSpeed(true); });
    QAction *idle = add(tr("&Jump over idle time"), QKeySequence(Qt::ALT | Qt::Key_J));
    idle->setCheckable(true);
    idle->setChecked(m_player.jumpsOverIdle());
    connect(idle, &QAction::toggled, this, [this](bool jumps) { m_player.setJumpsOverIdle(jumps); });
    QMenu *speeds = speedMenu();
    m_commands << speeds->menuAction();
    auto *menu = new QMenu(this);
    menu->addActions(speeds->actions());
    menu->addSeparator();
    menu->addAction(idle);
    m_speed->setMenu(menu);
}

QMenu *TransportBar::speedMenu()
{
    auto *menu = new QMenu(tr("Sp&eed"), this);
    auto *group = new QActionGroup(menu); // one of them holds
    constexpr int speeds = 10; // each twice as fast as the one before, from the slowest to the fastest
    for (int i = 0; i < speeds; ++i) {
        const double speed = SessionPlayer::slowest * (1 << i);
        QAction *action = menu->addAction(speedText(speed), this, [this, speed] { setSpeed(speed); });
        action->setCheckable(true);
        group->addAction(action);
        connect(this, &TransportBar::speedChanged, action,
            [this, action, speed] { action->setChecked(m_player.speed() == speed); });
    }
    return menu;
}

void TransportBar::togglePlaying()
{
    if (isRunning())
        m_cursor.setMode(Mode::Paused);
    else
        play();
}

bool TransportBar::isRunning() const
{
    return m_cursor.mode() == Mode::Replay || (m_cursor.mode() == Mode::Live && m_source.frame().isFollowed);
}

void TransportBar::play()
{
    const InspectorFrame &frame = m_source.frame();
    if (frame.size() == 0)
        return;
    const bool isAtEnd = m_cursor.number() >= frame.size();
    m_player.start(frame.timeline->index(), isAtEnd ? 0 : m_cursor.number());
    m_cursor.setMode(Mode::Replay);
    m_elapsed.start();
    m_timer.start();
}

void TransportBar::tick()
{
    constexpr double nsPerMs = 1e6;
    const InspectorFrame &frame = m_source.frame();
    if (m_cursor.mode() != Mode::Replay || !frame.timeline) {
        m_timer.stop();
        return;
    }
    const double elapsedMs = static_cast<double>(m_elapsed.nsecsElapsed()) / nsPerMs;
    m_elapsed.start();
    m_cursor.playTo(m_player.advance(frame.timeline->index(), elapsedMs));
    if (m_cursor.number() >= frame.size() && frame.phase != InspectorFrame::Phase::Loading)
        m_cursor.setMode(Mode::Paused);
}

void TransportBar::setSpeed(double speed)
{
    m_player.setSpeed(speed);
    m_speed->setText(speedText(m_player.speed()));
    emit speedChanged();
}

void TransportBar::changeSpeed(bool faster)
{
    setSpeed(faster ? m_player.speed() * 2 : m_player.speed() / 2);
}

void TransportBar::toStart()
{
    m_cursor.goTo(0);
}

void TransportBar::toEnd()
{
    m_cursor.setMode(Mode::Live);
}

void TransportBar::stepBack()
{
    m_cursor.step(-1);
}

void TransportBar::stepForward()
{
    m_cursor.step(1);
}

void TransportBar::showMode()
{
    const Theme &theme = m_theme.theme();
    const auto text = [&]() -> std::pair<QString, QColor> {
        switch (m_cursor.mode()) {
        case Mode::Live:
            return {tr("LIVE"), theme.friendly};
        case Mode::Replay:
            return {tr("REPLAY"), theme.accent};
        case Mode::Paused:
            break;
        }
        return {tr("PAUSED"), theme.secondary};
    }();
    m_mode->setIcon(dotOf(text.second, 2 * typography::unit()));
    m_mode->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_mode->setText(QLatin1Char(' ') + text.first);
    if (m_cursor.mode() != Mode::Replay)
        m_timer.stop();
    showWhatEndDoes();
    restyle();
    showPlace();
}

void TransportBar::showPlace()
{
    const InspectorFrame &frame = m_source.frame();
    const std::uint64_t number = m_cursor.number();
    const bool isOpen = frame.size() > 0;
    m_number->say(numberText(number), numberText(frame.size()));
    m_count->setText(QStringLiteral("/ ") + words::count(frame.size()));
    const TimeMs at = isOpen && number > 0 && number <= frame.size() ? frame.timeline->index().timeOf(number)
                                                                     : frame.tracks->firstTime;
    m_time->say(words::elapsed(at - frame.tracks->firstTime),
        words::elapsed(frame.tracks->lastTime - frame.tracks->firstTime));
    m_time->setToolTip(isOpen ? words::moment(at) + tr(" UTC") : QString());
    const std::uint64_t fresh = m_cursor.newRecords();
    m_new->setVisible(fresh > 0 && frame.isFollowed && frame.phase == InspectorFrame::Phase::Ready);
    m_new->setText(tr("%1 new · End to follow").arg(words::count(fresh)));
    for (QToolButton *button : {m_mode, m_toStart, m_back, m_play, m_forward, m_toEnd})
        button->setEnabled(isOpen);
    if (m_cursor.canGrow() != m_isShownGrowing)
        showWhatEndDoes();
    if (isRunning() != m_isShownRunning)
        restyle();
}

void TransportBar::showWhatEndDoes()
{
    m_isShownGrowing = m_cursor.canGrow();
    const QString name = m_isShownGrowing ? tr("Follow the end") : tr("To the end");
    m_toEnd->setAccessibleName(name);
    m_toEnd->setToolTip(tr("%1 (End)").arg(name));
    if (m_cursor.mode() == Mode::Live)
        m_mode->setToolTip(tr("Stay here while the session goes on"));
    else if (m_isShownGrowing)
        m_mode->setToolTip(tr("Follow the end of the session (End)"));
    else
        m_mode->setToolTip(tr("Nothing more comes of this session; End goes to its end"));
}

void TransportBar::restyle()
{
    const Theme &theme = m_theme.theme();
    const bool isPlaying = isRunning();
    m_isShownRunning = isPlaying;
    m_toStart->setIcon(iconOf(IconShape::ToStart, theme));
    m_back->setIcon(iconOf(IconShape::StepBack, theme));
    m_play->setIcon(iconOf(isPlaying ? IconShape::Pause : IconShape::Play, theme));
    m_play->setAccessibleName(isPlaying ? tr("Pause") : tr("Play"));
    m_play->setToolTip(isPlaying ? tr("Pause (Space)") : tr("Play (Space)"));
    m_forward->setIcon(iconOf(IconShape::StepForward, theme));
    m_toEnd->setIcon(iconOf(IconShape::ToEnd, theme));
}

} // namespace inspector
