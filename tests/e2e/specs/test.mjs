// SPDX-License-Identifier: GPL-3.0-or-later
import { test as base } from '@playwright/test';
import { inspectorTelemetry } from '../../../resources/playwright/inspectorTelemetry.mjs';
import { Site } from '../support/Site.mjs';

export { expect } from '@playwright/test';

/** A test that has the game served, and whose page is captured. */
export const test = base
	.extend({
		site: [async ({}, use) => {
			const site = await Site.start();
			await use(site);
			await site.stop();
		}, { scope: 'worker' }],
	})
	.extend(inspectorTelemetry({ arguments: ['--formats', 'all', '--clock', '1700000000000'] }));
