// SPDX-License-Identifier: GPL-3.0-or-later
// The report as a browser shows it: valid, complete in itself, in both colour schemes, narrow and wide, on paper.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './support/browser.mjs';

const root = mkdtempSync(join(tmpdir(), 'inspector-report-'));
let browser;

/** Exports the report of a session, of the demo where there is none; its path. */
function makeReport(name, args = []) {
	const folder = join(root, name);
	const { status, stderr } = spawnSync(process.env.TELEMETRY_INSPECTOR, ['--export', '--formats', 'report', '--artifact-dir', folder, '--dry-run', ...args], { encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	return join(folder, readdirSync(folder).find((file) => file.endsWith('.html')));
}

/** Opens it, and notes all that it asks for and complains of. */
async function open(report, options = {}) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const asked = [];
	const complaints = [];
	page.on('request', (request) => asked.push(request.url()));
	page.on('console', (message) => complaints.push(message.text()));
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto(pathToFileURL(report).href);
	return { page, asked, complaints };
}

before(async () => {
	browser = await chromium.launch(launchOptions);
});

after(async () => {
	await browser?.close();
	rmSync(root, { recursive: true, force: true });
});

test('it is valid', () => {
	const { status, stdout, stderr } = spawnSync('tidy', ['-quiet', '-errors', makeReport('valid')], { encoding: 'utf8' });
	assert.equal(stdout + stderr, '');
	assert.equal(status, 0);
});

test('it needs nothing but itself', async () => {
	const report = makeReport('alone');
	const { page, asked, complaints } = await open(report, { javaScriptEnabled: false });
	assert.deepEqual(asked, [pathToFileURL(report).href]);
	assert.deepEqual(complaints, []);
	assert.equal(await page.title(), 'mission:harbour:1');
});

for (const colorScheme of ['light', 'dark']) {
	test(`it can be read in ${colorScheme} colours, narrow and wide`, async () => {
		const report = makeReport(colorScheme);
		for (const width of [360, 1280]) {
			const { page } = await open(report, { colorScheme, viewport: { width, height: 900 } });
			const { overflow, ground, ink, plots } = await page.evaluate(() => ({
				overflow: document.documentElement.scrollWidth - innerWidth,
				ground: getComputedStyle(document.body).backgroundColor,
				ink: getComputedStyle(document.body).color,
				plots: [...document.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect().height > 50),
			}));
			assert.ok(overflow <= 0, `${overflow} pixels stand out at ${width}`);
			const lightness = (color) => /(\d+), (\d+), (\d+)/.exec(color).slice(1).reduce((sum, part) => sum + Number(part), 0) / 765;
			assert.ok(Math.abs(lightness(ground) - lightness(ink)) > 0.6, `${ink} on ${ground}`);
			assert.equal(lightness(ground) < 0.5, colorScheme === 'dark');
			assert.deepEqual(plots, [true, true]);
		}
	});
}

test('on paper it is black on white, on a few pages', async () => {
	const { page } = await open(makeReport('paper'), { colorScheme: 'dark' });
	await page.emulateMedia({ media: 'print' });
	assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
	const pdf = await page.pdf({ format: 'A4' });
	const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
	assert.ok(pages >= 1 && pages <= 4, `${pages} pages`);
});

test('what a game says stays text', async () => {
	const session = join(root, 'hostile.ndjson');
	const hostile = '"><script>document.title = "run"</script><img src=x onerror=alert(1)>';
	const event = (name, payload) => JSON.stringify({ type: 'event', timestamp: 1700000000000, event: name, payload });
	writeFileSync(session, [
		event('reputation:changed', { factionId: hostile, newFame: 5, newInfamy: 1 }),
		event('faction:attitude_changed', { factionId: hostile, newAttitude: hostile, oldAttitude: 'neutral', cascade: true, source: hostile, sourceFactionName: hostile }),
		event('tutorial:step_started', { stepId: hostile, title: hostile, stepIndex: 0 }),
		event(hostile, {}),
	].join('\n'));
	const report = makeReport('hostile', [session]);
	const { page, asked, complaints } = await open(report);
	assert.deepEqual(asked, [pathToFileURL(report).href]);
	assert.deepEqual(complaints, []);
	assert.equal(await page.title(), session);
	assert.equal(await page.locator('img, script').count(), 0);
	const { status } = spawnSync('tidy', ['-quiet', '-errors', report]);
	assert.equal(status, 0);
});
