// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QDockWidget;
class QMainWindow;

namespace inspector {

/// Which docks stand where: the default, and what suits those who use the window (docs/user-interface.md,
/// "Workspaces"). Also changed by hand, and remembered by the window.
class Workspaces
{
public:
    enum class Kind
    {
        Default,
        Qa,          ///< find, export and hand over
        Narrative,   ///< browse states
        Performance, ///< what the tool's own pipeline does
    };

    /// All docks of the window.
    struct Docks
    {
        QDockWidget *details = nullptr, *problems = nullptr, *exporting = nullptr, *markers = nullptr,
                    *log = nullptr, *snapshots = nullptr, *overview = nullptr, *attach = nullptr,
                    *state = nullptr, *difference = nullptr, *expectations = nullptr;

        /// In the order of the menu.
        [[nodiscard]] std::vector<QDockWidget *> list() const;
    };

    Workspaces(QMainWindow &window, const Docks &docks)
        : m_window(window)
        , m_docks(docks)
    {}

    void apply(Kind kind) const;

private:
    void stack() const;

    QMainWindow &m_window;
    Docks m_docks;
};

} // namespace inspector
