// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"

#include <QWidget>

class QLabel;

namespace inspector {

class FactionCatalogue;
class FrameSource;

/// Which faction is known best at the cursor (docs/adding-a-view.md).
class BestKnownView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BestKnownView)

public:
    /// `source` must outlive it.
    explicit BestKnownView(FrameSource &source, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeFrame();

    FrameSource &m_source;
    QLabel *m_label;
};

/// "The Wraith Network, fame 34.4"; the one that came first where several are known as well, empty without
/// any.
[[nodiscard]] QString bestKnown(const WorldState &world, const FactionCatalogue &catalogue);

} // namespace inspector
