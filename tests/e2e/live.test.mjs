// SPDX-License-Identifier: GPL-3.0-or-later
// A real browser attached to the program: what the page emitted is in the recording, each event once, whatever
// happens to the page, to its tab or to the program meanwhile.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { Recorder } from './support/Recorder.mjs';
import { Site } from './support/Site.mjs';
import { launchOptions } from './support/browser.mjs';

let site;
let browser;
const root = mkdtempSync(join(tmpdir(), 'inspector-live-'));

before(async () => {
	site = await Site.start();
	browser = await chromium.launch(launchOptions);
});

after(async () => {
	await browser?.close();
	await site?.stop();
	rmSync(root, { recursive: true, force: true });
});

const newFolder = () => mkdtempSync(join(root, 'case-'));
const recordsOf = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const linesOf = (file) => existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
const ofType = (records, type) => records.filter((record) => record.type === type);

/** Event `number` is there once, each in its place, and nothing is numbered twice. */
function assertComplete(records, count) {
	const seqs = records.slice(1).map(({ seq }) => seq);
	assert.deepEqual(seqs, seqs.map((_, i) => i + 1));
	const numbers = ofType(records, 'event').filter(({ event }) => event === 'quest:progress').map(({ payload }) => payload.number);
	assert.deepEqual(numbers, Array.from({ length: count }, (_, i) => i));
	assert.deepEqual(ofType(records, 'gap'), []);
}

/** The artifacts of a recording are byte for byte those of an export of the file that it left. */
function assertSameAsExport(made, session) {
	const out = newFolder();
	const { status, stderr } = spawnSync(process.env.TELEMETRY_INSPECTOR, ['--export', session, '--formats', 'all', '--clock', '1700000000000', '--artifact-dir', out, '--dry-run'], { encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	const contents = (folder) => readdirSync(folder).filter((name) => name.startsWith('save-inspector')).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
	assert.deepEqual(contents(made), contents(out));
}

test('a mission that is played is recorded and exported', async () => {
	const folder = newFolder();
	const session = join(folder, 'session.ndjson');
	const out = join(folder, 'out');
	const recorder = await Recorder.start(['--until', 'tutorial:completed', '--session-out', session, '--artifact-dir', out, '--formats', 'all', '--clock', '1700000000000', '--dry-run']);
	const page = await browser.newPage();
	await site.open(page, recorder.query);
	await page.getByRole('button', { name: 'Bring the cargo back' }).click();
	await page.getByRole('button', { name: 'Learn the ropes' }).click();
	for (let step = 0; step < 3; ++step) await page.getByRole('button', { name: 'Next step' }).click();

	const { exitCode, result } = await recorder.end();
	await page.close();
	assert.equal(exitCode, 0);
	assert.equal(result.inputs[0].events, 12);
	assert.deepEqual(ofType(recordsOf(session), 'event').map(({ event }) => event), [
		'reputation:changed', 'faction:attitude_changed', 'faction:attitude_changed', 'faction:attitude_changed',
		'tutorial:started', 'tutorial:step_started', 'tutorial:step_completed', 'tutorial:step_started',
		'tutorial:step_completed', 'tutorial:step_started', 'tutorial:step_completed', 'tutorial:completed',
	]);
	assertSameAsExport(out, session);
});

test('a page that is loaded again is a second session, and neither lacks an event', async () => {
	const folder = newFolder();
	const recorder = await Recorder.start(['--until', 'game:over', '--session-out', join(folder, 's.ndjson'), '--artifact-dir', join(folder, 'out'), '--dry-run']);
	const page = await browser.newPage();
	await site.open(page, recorder.query);
	const emit = (i) => page.evaluate((number) => globalThis.game.bus.emit('quest:progress', { number }), i);
	await emit(0);
	// What a page emitted that leaves before it was attached went nowhere.
	while (linesOf(join(folder, 's.ndjson')) < 2) await setTimeout(20);
	for (let i = 1; i < 20; ++i) await emit(i);
	await site.open(page, `${recorder.query}&stream=500&rate=5000`);

	const { exitCode, result } = await recorder.end();
	await page.close();
	assert.equal(exitCode, 0);
	assert.deepEqual(result.inputs.map(({ events }) => events), [20, 501]);
	assertComplete(recordsOf(join(folder, 's.ndjson')), 20);
	assertComplete(recordsOf(join(folder, 's-2.ndjson')), 500);
});

test('a tab that was frozen goes on where it was', async () => {
	const folder = newFolder();
	const file = join(folder, 's.ndjson');
	const recorder = await Recorder.start(['--until', 'game:over', '--session-out', file, '--artifact-dir', join(folder, 'out'), '--dry-run']);
	const page = await browser.newPage();
	await site.open(page, `${recorder.query}&stream=4000&rate=2000`);
	const devTools = await page.context().newCDPSession(page);
	const lines = () => linesOf(file);
	while (lines() < 300) await setTimeout(20);
	// A page in sight is not frozen by the browser, so that its script is stopped here.
	await devTools.send('Debugger.enable');
	await devTools.send('Debugger.pause');
	let before;
	do {
		before = lines();
		await setTimeout(300);
	} while (lines() !== before);
	await devTools.send('Debugger.resume');

	const { exitCode } = await recorder.end();
	await page.close();
	assert.equal(exitCode, 0);
	assert.ok(before < 4000);
	assertComplete(recordsOf(file), 4000);
});

test('a program that is killed and started again has every event once', async () => {
	const folder = newFolder();
	const file = join(folder, 's.ndjson');
	const args = ['--until', 'game:over', '--session-out', file, '--artifact-dir', join(folder, 'out'), '--dry-run', '--token', 'a-token-that-stays'];
	let recorder = await Recorder.start(args);
	const page = await browser.newPage();
	await site.open(page, `${recorder.query}&stream=15000&rate=5000&over=later`);
	for (let kills = 0; kills < 3; ++kills) {
		const size = kills * 3000 + 1000;
		while (linesOf(file) < size) await setTimeout(20);
		await recorder.kill();
		recorder = await Recorder.start(args, recorder.port);
	}
	// Not before: whoever heard of the end does not wait to be killed, and the next one would not hear of it.
	await page.evaluate(async () => {
		await globalThis.game.streamed;
		globalThis.game.bus.emit('game:over', {});
	});

	const { exitCode } = await recorder.end();
	await page.close();
	assert.equal(exitCode, 0);
	assertComplete(recordsOf(file), 15000);
});

test('what a page cannot keep or send is a gap, and all else is there once', async () => {
	const folder = newFolder();
	const file = join(folder, 's.ndjson');
	const args = ['--until', 'game:over', '--session-out', file, '--artifact-dir', join(folder, 'out'), '--dry-run', '--token', 'a-token-that-stays'];
	let recorder = await Recorder.start(args);
	const page = await browser.newPage();
	await site.open(page, recorder.query);
	const emit = (from, until) => page.evaluate(([first, end]) => {
		for (let number = first; number < end; ++number) globalThis.game.bus.emit('quest:progress', { number });
	}, [from, until]);
	await emit(0, 10);
	await page.evaluate(() => globalThis.game.bus.emit('quest:note', { text: '-'.repeat(5 * 1024 * 1024) }));
	while (linesOf(file) < 13) await setTimeout(20);
	await recorder.kill();
	await emit(10, 60000); // more than the page keeps while nobody listens
	recorder = await Recorder.start(args, recorder.port);
	await page.evaluate(() => globalThis.game.bus.emit('game:over', {}));

	const { exitCode, result } = await recorder.end();
	await page.close();
	assert.equal(exitCode, 0);
	const [, snapshot, ...records] = recordsOf(file);
	assert.deepEqual([snapshot.type, snapshot.seq], ['snapshot', 1]);
	const [large, full, ...others] = ofType(records, 'gap');
	assert.deepEqual(others, []);
	assert.deepEqual([large.reason, large.seq, large.durationMs], ['too_large', 12, 0]);
	assert.equal(full.reason, 'buffer_full');
	assert.ok(full.durationMs >= 0 && full.timestamp >= large.timestamp);
	// Event `number` has the number + 2, or + 3 behind the one that was too large; those up to the gap's went into it.
	const numbers = ofType(records, 'event').filter(({ event }) => event === 'quest:progress').map(({ payload }) => payload.number);
	const firstKept = full.seq + 1 - 3;
	assert.ok(firstKept > 10 && firstKept < 15000, `${firstKept}`);
	assert.deepEqual(numbers, [...Array(10).keys(), ...Array.from({ length: 60000 - firstKept }, (_, i) => firstKept + i)]);
	assert.equal(ofType(records, 'event').at(-1).event, 'game:over');
	assert.equal(result.inputs[0].events, ofType(records, 'event').length);
});
