// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>
#include <QSize>

#include <memory>
#include <unordered_map>
#include <vector>

class QHeaderView;
class QLayout;
class QWidget;

namespace inspector {

/// Makes what widgets were once given in pixels larger or smaller: fonts, margins, spaces, limits of sizes,
/// columns and rows. What is measured while it is drawn follows the application's font by itself.
///
/// It remembers what each widget was given, so that going back and forth ends where it began.
class WidgetScale
{
public:
    /// Scales `root` and all below it, but not plots, which measure themselves. `percent` is of what they
    /// were made with at 100.
    void apply(QWidget &root, int percent);
    [[nodiscard]] int percent() const { return m_percent; }

private:
    /// At 100 percent; negative where nothing was given.
    struct Given
    {
        double font = -1;
        QSize least{-1, -1}, most{-1, -1};
        double icon = -1;
        double row = -1, leastRow = -1;
        double indentation = -1;
        std::vector<double> numbers; ///< of a layout: margins, spaces, room left free
    };

    void scale(QWidget &widget, int percent);
    void scaleSections(QHeaderView &header, const Given &given, int percent) const;
    void scaleLayout(QLayout &layout, int percent);
    [[nodiscard]] Given given(const QWidget &widget) const;
    template <class Object, class Read>
    const Given &remembered(const Object &object, Read read);

    int m_percent = 100;
    std::unordered_map<const void *, Given> m_given; // by widget or layout; forgotten when it is destroyed
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>(); // widgets may outlive this
};

} // namespace inspector
