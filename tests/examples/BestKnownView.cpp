// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/examples/BestKnownView.h"

#include "core/factions/FactionCatalogue.h"
#include "ui/common/FrameSource.h"
#include "ui/common/Words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace inspector {

QString bestKnown(const WorldState &world, const FactionCatalogue &catalogue)
{
    const FactionRecord *best = nullptr;
    world.get<FactionSlice>().byId.forEach([&](std::string_view, const FactionRecord &faction) {
        if (best == nullptr || faction.fame > best->fame)
            best = &faction;
    });
    if (best == nullptr)
        return {};
    return BestKnownView::tr("%1, fame %2")
        .arg(words::text(catalogue.nameOf(best->id)), words::value(best->fame));
}

BestKnownView::BestKnownView(FrameSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_label(new QLabel(this))
{
    m_label->setAccessibleName(tr("Best known faction"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_label);
    connect(&source, &FrameSource::frameChanged, this, &BestKnownView::takeFrame);
}

void BestKnownView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFrame();
}

void BestKnownView::takeFrame()
{
    if (!isVisible())
        return; // what nobody sees costs nothing: a frame comes 60 times a second
    m_label->setText(bestKnown(m_source.frame().state.world, m_source.catalogue()));
}

} // namespace inspector
