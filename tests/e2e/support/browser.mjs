// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';

/** How Playwright starts the distribution's browser: it downloads none. The sandbox does not work for root. */
export const launchOptions = {
	executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)),
	args: process.getuid() === 0 ? ['--no-sandbox'] : [],
};
