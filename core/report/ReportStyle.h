// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace inspector {

/// The style sheet of a report and of the plots in it: the colours of the window's themes, and those of the
/// light one on paper.
inline constexpr std::string_view reportStyle = R"css(:root {
  --window: #f3f4f7; --panel: #ffffff; --line: #dde2e8; --text: #1c2127; --secondary: #596472; --accent: #1f6fb2;
  --hostile: #c62a2f; --unfriendly: #b85c12; --neutral: #66707d; --friendly: #1f7a50; --allied: #1b66b5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --window: #14171c; --panel: #1a1e24; --line: #2b313a; --text: #e6e9ee; --secondary: #9aa4b2; --accent: #5aa9e6;
    --hostile: #f0797d; --unfriendly: #f2955a; --neutral: #9aa4b2; --friendly: #54b98a; --allied: #4aa3f0;
  }
}
@media print {
  :root {
    --window: #ffffff; --panel: #ffffff; --line: #cccccc; --text: #000000; --secondary: #444444; --accent: #1f6fb2;
    --hostile: #c62a2f; --unfriendly: #b85c12; --neutral: #66707d; --friendly: #1f7a50; --allied: #1b66b5;
  }
  section, figure, tr { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--window); color: var(--text); font: 14px/1.5 Inter, system-ui, sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 24px; }
h1 { font-size: 22px; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 0 0 12px; }
.facts { color: var(--secondary); margin: 0 0 24px; }
section { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 16px 20px; margin: 0 0 16px; }
figure { margin: 0 0 16px; overflow-x: auto; }
figcaption, footer { color: var(--secondary); font-size: 12px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th { text-align: left; font-weight: 400; color: var(--secondary); white-space: nowrap; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: none; }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
td.met, td.missed, td.place { white-space: nowrap; }
td.met { color: var(--friendly); }
td.missed { color: var(--hostile); font-weight: 600; }
td.hostile { color: var(--hostile); } td.unfriendly { color: var(--unfriendly); } td.neutral { color: var(--neutral); }
td.friendly { color: var(--friendly); } td.allied { color: var(--allied); }
svg { display: block; width: 100%; min-width: 680px; height: auto; font: 11px Inter, system-ui, sans-serif; }
svg text { fill: var(--text); }
svg .name { font-size: 13px; font-weight: 600; }
svg .value, svg .time { fill: var(--secondary); font-variant-numeric: tabular-nums; }
svg .time { text-anchor: middle; }
svg .before { text-anchor: end; }
svg .tick, svg .base { stroke: var(--line); }
svg .fame, svg .infamy { fill: none; stroke: var(--text); stroke-width: 1.5; }
svg .infamy { stroke: var(--secondary); stroke-dasharray: 4 3; stroke-width: 1; }
svg .ground { opacity: 0.1; }
svg .hostile { fill: var(--hostile); } svg .unfriendly { fill: var(--unfriendly); } svg .neutral { fill: var(--neutral); }
svg .friendly { fill: var(--friendly); } svg .allied { fill: var(--allied); } svg .other { fill: var(--secondary); }
svg .gap { fill: var(--secondary); opacity: 0.25; }
svg .marker { stroke: var(--accent); stroke-dasharray: 2 2; }
svg .step { fill: var(--accent); } svg .skipped, svg .left { fill: var(--neutral); } svg .running { fill: var(--unfriendly); }
)css";

} // namespace inspector
