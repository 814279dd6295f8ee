// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from './test.mjs';

test('a friend of the Vanguard is a friend of its allies', async ({ page, site }) => {
	await site.open(page);
	await page.getByRole('button', { name: 'Bring the cargo back' }).click();

	await expect(page.getByRole('status')).toHaveText('The Vanguard owes you one.');
});

test('what happened before a reload is kept', async ({ page, site }) => {
	await site.open(page);
	await page.getByRole('button', { name: 'Bring the cargo back' }).click();
	await site.open(page);
	await page.getByRole('button', { name: 'Bring the cargo back' }).click();

	await expect(page.getByRole('status')).toHaveText('The Vanguard owes you one.');
});

test('what a page does before it is left at once is kept', async ({ page, site }) => {
	await site.open(page);
	const isLoadedAgain = page.waitForEvent('load'); // the page that is left counts as loaded until the next one comes
	await page.evaluate(() => {
		addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true); // as where the next page is earlier
		document.querySelector('#cargo').click();
		location.reload();
	});
	await isLoadedAgain;
	await page.getByRole('button', { name: 'Bring the cargo back' }).click();

	await expect(page.getByRole('status')).toHaveText('The Vanguard owes you one.');
});
