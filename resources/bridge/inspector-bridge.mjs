// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge as a module; the script beside it does the work.
import './inspector-bridge.js';

export const { attachInspector } = globalThis.TelemetryInspector;
