// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';

/**
 * How Playwright starts the distribution's browser; it downloads none. The sandbox works neither for root nor in most
 * containers, which also have little shared memory; the pages are our own.
 */
export const launchOptions = {
	executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)),
	args: ['--no-sandbox', '--disable-dev-shm-usage'],
};
