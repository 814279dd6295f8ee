// SPDX-License-Identifier: GPL-3.0-or-later
// Captures of every kind, and tests that fail on purpose; playwright.test.mjs reads how all of them are reported.
import { expect, test as base } from '@playwright/test';
import { captureInspectorTelemetry, inspectorTelemetry, startInspectorTelemetry } from '../../../resources/playwright/inspectorTelemetry.mjs';
import { test } from './test.mjs';

test('a test that fails has its artifacts', async ({ page, site }) => {
	await site.open(page);
	await page.getByRole('button', { name: 'Bring the cargo back' }).click();

	expect('the game').toBe('as it should be');
});

const withoutProgram = base.extend(inspectorTelemetry({ program: '/nowhere/telemetry-inspector' }));

withoutProgram('a capture that fails does not hide why the test failed', async ({ page }) => {
	await page.goto('about:blank');

	expect('the game').toBe('as it should be');
});

withoutProgram('a capture that fails does not fail the test', async ({ page }) => {
	await page.goto('about:blank');
});

test('a page that attaches nothing is captured through its bus', async ({ browser, site }, testInfo) => {
	const page = await browser.newPage();
	await startInspectorTelemetry(page, { eventBus: () => globalThis.game.bus });
	await site.open(page, '?plain');
	await page.waitForFunction(() => Object.hasOwn(globalThis.game?.bus ?? {}, 'emit')); // the bridge wraps it
	await page.getByRole('button', { name: 'Bring the cargo back' }).click();

	const result = await captureInspectorTelemetry(page, testInfo);
	expect(result.inputs[0].events).toBe(4);
});

base('a page that only has a snapshot is captured as that', async ({ page }, testInfo) => {
	await page.goto('about:blank');
	const snapshot = () => ({ factions: { byId: { vanguard_prime: { fame: 55 } } }, tutorial: {} });

	const result = await captureInspectorTelemetry(page, testInfo, { snapshot });
	expect(result.inputs[0].records).toBe(2);
});

test('a page that was closed, and one more capture, lose nothing', async ({ page, site }, testInfo) => {
	await site.open(page);
	await page.getByRole('button', { name: 'Bring the cargo back' }).click();
	const first = await captureInspectorTelemetry(page, testInfo);
	await page.getByRole('button', { name: 'Learn the ropes' }).click();
	const second = await captureInspectorTelemetry(page, testInfo);
	await page.close();

	const third = await captureInspectorTelemetry(page, testInfo, { snapshot: () => ({}) });
	expect([first, second, third].map((result) => result.inputs[0].events)).toEqual([4, 6, 6]);
});
