// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status/SessionStatus.h"

#include "ui/common/FrameSource.h"
#include "ui/common/Icon.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {
using Phase = InspectorFrame::Phase;
}

SessionStatus::SessionStatus(FrameSource &source, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_theme(theme)
    , m_dot(new QLabel(this))
    , m_state(new QLabel(this))
    , m_numbers(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_state->setFont(typography::table());
    m_numbers->setFont(typography::fixed());
    m_numbers->setProperty("role", QStringLiteral("secondary"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(40 * typography::unit());
    m_progress->setAccessibleName(tr("Reading"));
    m_cancel->setProperty("role", QStringLiteral("link"));
    m_cancel->setFixedHeight(typography::rowHeight());
    m_cancel->setToolTip(tr("Stop reading; what was read stays"));
    auto *layout = new QHBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(3 * unit, 0, 3 * unit, 0);
    layout->setSpacing(2 * unit);
    layout->addWidget(m_dot);
    layout->addWidget(m_state);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    layout->addWidget(m_numbers);
    constexpr int tickMs = 500;
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &SessionStatus::takeFrame); // the rate falls by itself
    connect(&source, &FrameSource::sessionChanged, this, [this] {
        m_rate.clear();
        m_lag.clear();
        m_seen = 0;
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_source.engine().stopLoading(); });
    connect(&source, &FrameSource::frameChanged, this, &SessionStatus::takeFrame);
    connect(&theme, &ThemeController::changed, this, &SessionStatus::takeFrame);
    takeFrame();
}

void SessionStatus::setAttached(bool isAttached)
{
    if (isAttached == m_isAttached)
        return;
    m_isAttached = isAttached;
    m_lag.clear();
    takeFrame();
}

void SessionStatus::measure()
{
    const InspectorFrame &frame = m_source.frame();
    const std::int64_t now = m_source.clock().monotonicNs();
    if (frame.isOpening || !frame.isFollowed)
        m_rate.clear();
    else
        m_rate.add(frame.size(), now);
    // What was recorded before it was opened is not late.
    if (m_isAttached && !frame.isOpening && frame.size() > m_seen && m_seen > 0)
        m_lag.add(m_source.clock().nowMs() - frame.timeline->index().timeOf(frame.size()), now);
    m_seen = frame.isOpening ? 0 : frame.size();
}

void SessionStatus::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    const Theme &theme = m_theme.theme();
    const bool isLoading = frame.isOpening;
    measure();
    if (frame.isFollowed != m_tick.isActive())
        frame.isFollowed ? m_tick.start() : m_tick.stop();
    const QColor color = isLoading                      ? theme.accent
                         : frame.phase == Phase::Failed ? theme.hostile
                         : frame.isFollowed             ? theme.friendly
                                                        : theme.muted;
    showDot(color);
    switch (frame.phase) {
    case Phase::Empty:
        m_state->setText(tr("Nothing open"));
        break;
    case Phase::Failed:
        m_state->setText(frame.size() == 0 ? tr("Not opened") : tr("Reading ended early"));
        break;
    case Phase::Loading:
    case Phase::Ready:
        m_state->setText(isLoading ? loadingText() : readyText());
        break;
    }
    m_progress->setVisible(isLoading && frame.progress.totalBytes > 0);
    m_cancel->setVisible(isLoading);
    constexpr double whole = 1000;
    m_progress->setRange(0, static_cast<int>(whole));
    if (frame.progress.totalBytes > 0)
        m_progress->setValue(static_cast<int>(whole * static_cast<double>(frame.progress.bytes) /
                                              static_cast<double>(frame.progress.totalBytes)));
    m_numbers->setText(readText());
}

/// A label with another picture lays out the window anew, also where it is the same.
void SessionStatus::showDot(const QColor &color)
{
    const int size = 2 * typography::unit();
    if (m_dotColor == color && m_dotSize == size)
        return;
    m_dotColor = color;
    m_dotSize = size;
    m_dot->setPixmap(dotOf(color, size));
}

QString SessionStatus::loadingText() const
{
    constexpr double mebibyte = 1 << 20;
    constexpr double perSecond = 1000;
    const InspectorFrame::Progress &progress = m_source.frame().progress;
    const double rate = progress.seconds > 0 ? static_cast<double>(progress.bytes) / progress.seconds : 0;
    QString text = tr("Reading, %1 events").arg(words::count(m_source.frame().size()));
    if (rate <= 0)
        return text;
    text += tr(", %1 MiB/s").arg(words::value(std::round(rate / mebibyte)));
    const double left = static_cast<double>(progress.totalBytes - progress.bytes) / rate;
    return left < 1 ? text : text + tr(", %1 left").arg(words::duration(left * perSecond));
}

QString SessionStatus::readyText() const
{
    const InspectorFrame &frame = m_source.frame();
    if (frame.isCut)
        return tr("Stopped, not all was read");
    if (!frame.isFollowed)
        return tr("Read");
    if (m_isAttached)
        return liveText();
    const auto rate =
        static_cast<std::uint64_t>(std::llround(m_rate.perSecond(m_source.clock().monotonicNs())));
    return rate == 0 ? tr("Read, and followed") : tr("Followed, %1 events/s").arg(words::count(rate));
}

QString SessionStatus::liveText() const
{
    const std::int64_t now = m_source.clock().monotonicNs();
    const auto rate = static_cast<std::uint64_t>(std::llround(m_rate.perSecond(now)));
    QStringList parts{tr("Attached"), rate == 0 ? tr("quiet") : tr("%1 events/s").arg(words::count(rate))};
    if (const std::optional<double> lag = m_lag.worst(now))
        parts << tr("seen after %1").arg(words::duration(std::max(0.0, *lag)));
    const std::uint64_t gaps = m_source.frame().report->gaps;
    parts << (gaps == 0 ? tr("nothing lost")
                        : tr("lost in %1").arg(words::counted(gaps, tr("gap"), tr("gaps"))));
    return parts.join(QStringLiteral(", "));
}

QString SessionStatus::readText() const
{
    const InspectorFrame &frame = m_source.frame();
    if (frame.phase == Phase::Empty)
        return {};
    const ReadReport &report = *frame.report;
    QStringList parts{words::counted(frame.size(), tr("record"), tr("records")),
        words::duration(frame.tracks->lastTime - frame.tracks->firstTime)};
    if (report.gaps > 0)
        parts << words::counted(report.gaps, tr("gap"), tr("gaps"));
    if (report.warnings > 0)
        parts << words::counted(report.warnings, tr("warning"), tr("warnings"));
    if (report.skippedLines > 0)
        parts << words::counted(report.skippedLines, tr("line skipped"), tr("lines skipped"));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace inspector
