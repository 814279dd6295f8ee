// SPDX-License-Identifier: GPL-3.0-or-later
// What the bridge costs a game for each event that it forwards, and for each that nobody asked for
// (docs/performance.md, "Attached"): `run.sh bridge-bench.mjs`, with TELEMETRY_INSPECTOR naming the program. A page in
// a real browser emits bursts on a bus that is attached to a recording, in turns with bursts on one that is not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { Recorder } from './support/Recorder.mjs';
import { Site } from './support/Site.mjs';
import { launchOptions } from './support/browser.mjs';

const limitUs = 20;
const unwantedLimitUs = 1;
const bursts = 60;
const eventsOfBurst = 500;

const folder = mkdtempSync(join(tmpdir(), 'inspector-bridge-bench-'));
const recorder = await Recorder.start(['--until', 'game:over', '--session-out', join(folder, 's.ndjson'), '--artifact-dir', folder, '--dry-run']);
const site = await Site.start();
const browser = await chromium.launch(launchOptions);
try {
	const page = await browser.newPage();
	await site.open(page, recorder.query);
	const figures = await page.evaluate(async ({ bursts, eventsOfBurst }) => {
		const attached = globalThis.game.bus;
		const plain = { emit: Object.getPrototypeOf(attached).emit.bind(new attached.constructor()) };
		const payload = { factionId: 'wraith_network', newFame: 12.5, newInfamy: 40, deltaFame: 1, deltaInfamy: 0, reason: 'courier' };
		const usPerEvent = (bus, name, events = eventsOfBurst) => {
			const start = performance.now();
			for (let i = 0; i < events; ++i) bus.emit(name, payload);
			return (performance.now() - start) * 1000 / events;
		};
		const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
		const all = { attached: [], plain: [], unwanted: [] };
		for (let i = 0; i < bursts; ++i) {
			all.plain.push(usPerEvent(plain, 'quest:progress'));
			all.attached.push(usPerEvent(attached, 'quest:progress'));
			all.unwanted.push(usPerEvent(attached, 'camera:moved', 20 * eventsOfBurst)); // the clock goes in steps
			await new Promise((resolve) => setTimeout(resolve, 50)); // what was written down is sent meanwhile
		}
		attached.emit('game:over', {});
		return { attached: median(all.attached), plain: median(all.plain), unwanted: median(all.unwanted) };
	}, { bursts, eventsOfBurst });
	const { result } = await recorder.end();
	const taken = result.inputs[0].events;
	const cost = figures.attached - figures.plain;
	console.log(`an event on a bus of its own ${figures.plain.toFixed(2)} µs, on one that is attached ${figures.attached.toFixed(2)} µs`);
	const unwanted = figures.unwanted - figures.plain;
	console.log(`the bridge's cost ${cost.toFixed(2)} µs (limit ${limitUs}); ${taken} of ${bursts * eventsOfBurst + 1} events recorded`);
	console.log(`its cost for an event that nobody asked for ${unwanted.toFixed(2)} µs (limit ${unwantedLimitUs})`);
	process.exitCode = cost <= limitUs && unwanted <= unwantedLimitUs && taken === bursts * eventsOfBurst + 1 ? 0 : 1;
} finally {
	await browser.close();
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
}
