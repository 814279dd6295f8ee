// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from './test.mjs';

test('the tutorial can be played to its end', async ({ page, site, inspectorTelemetry }) => {
	await site.open(page);
	await page.getByRole('button', { name: 'Learn the ropes' }).click();
	for (let step = 0; step < 3; ++step)
		await page.getByRole('button', { name: 'Next step' }).click();
	await expect(page.getByRole('status')).toHaveText('Done.');

	const result = await inspectorTelemetry();
	expect(result.inputs.map(({ events, warnings }) => ({ events, warnings }))).toEqual([{ events: 8, warnings: 0 }]);
});
