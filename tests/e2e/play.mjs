// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the missions once in a real browser, attached to `node play.mjs URL TOKEN`; ends when all was taken.
import { chromium } from '@playwright/test';
import { Site } from './support/Site.mjs';
import { launchOptions } from './support/browser.mjs';

const [url, token] = process.argv.slice(2);
const site = await Site.start();
const browser = await chromium.launch(launchOptions);
try {
	const page = await browser.newPage();
	await site.open(page, `?url=${encodeURIComponent(url)}&token=${token}`);
	for (const name of ['Bring the cargo back', 'Learn the ropes', 'Next step', 'Next step', 'Next step'])
		await page.getByRole('button', { name }).click();
	await page.goto('about:blank'); // what is queued is sent by a page that goes
} finally {
	await browser.close();
	await site.stop();
}
