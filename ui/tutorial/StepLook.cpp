// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tutorial/StepLook.h"

#include "ui/common/Theme.h"
#include "ui/common/Words.h"

#include <QCoreApplication>

namespace inspector::stepLook {

using Step = TutorialTrack::Step;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StepLook)
};

} // namespace

QString title(const Step &step)
{
    return words::text(step.title.empty() ? step.id : step.title);
}

Step::End endAt(const Step &step, std::uint64_t cursor)
{
    return step.endNumber <= cursor ? step.end : Step::End::Running;
}

QString text(Step::End end)
{
    switch (end) {
    case Step::End::Running:
        return Tr::tr("running");
    case Step::End::Completed:
        return Tr::tr("completed");
    case Step::End::Skipped:
        return Tr::tr("skipped");
    case Step::End::Left:
        return Tr::tr("left");
    }
    return {};
}

QColor color(Step::End end, const Theme &theme)
{
    switch (end) {
    case Step::End::Completed:
        return theme.friendly;
    case Step::End::Skipped:
    case Step::End::Left:
        return theme.unfriendly;
    case Step::End::Running:
        break;
    }
    return theme.allied;
}

} // namespace inspector::stepLook
