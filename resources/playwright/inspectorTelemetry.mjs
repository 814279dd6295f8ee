// SPDX-License-Identifier: GPL-3.0-or-later
// Telemetry Inspector for Playwright tests: what a page's event bus did becomes a session, is exported by the same
// program that everybody uses, and is attached to the test (docs/attach-a-game.md). Needs nothing but Node and the
// program; runs with any version of @playwright/test.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const contentTypes = { '.json': 'application/json', '.csv': 'text/csv', '.md': 'text/markdown', '.ndjson': 'application/x-ndjson' };
const askMs = 5000; // a page that hangs must not hold up the end of its test
const recordings = new WeakMap(); // of pages
const captures = new WeakMap(); // how many, of tests

/**
 * @typedef {object} CaptureOptions
 * @property {string} [program] telemetry-inspector; by default $TELEMETRY_INSPECTOR, or the one on the PATH
 * @property {string[]} [arguments] more for `--export`, such as ['--formats', 'all']
 * @property {number} [timeout] ms for the export (30,000)
 * @property {string} [bridge] path of inspector-bridge.js; by default the one that comes with this file or the program
 * @property {() => unknown} [eventBus] runs in the page and gives the game's bus, for a page that attaches nothing itself
 * @property {() => unknown} [snapshot] runs in the page and gives the world state
 * @property {() => unknown} [transcript] runs in the page and gives the tutorial's transcript
 */

const programOf = (options) => options.program ?? process.env.TELEMETRY_INSPECTOR ?? 'telemetry-inspector';

/** Runs the program; its exit code, and what it said. Throws where it cannot be started, or takes too long. */
function run(program, args, timeout) {
	return new Promise((resolve, reject) => {
		execFile(program, args, { timeout, maxBuffer: 64 * 1024 * 1024 }, (error, _, stderr) => {
			if (error && typeof error.code !== 'number') {
				const why = error.killed ? `took longer than ${timeout} ms` : `cannot be started (${error.message})`;
				reject(new Error(`${program} ${why}. Install it, or give its path as TELEMETRY_INSPECTOR.`));
			} else {
				resolve({ exitCode: error?.code ?? 0, stderr });
			}
		});
	});
}

async function bridgeText(options) {
	const here = fileURLToPath(new URL('.', import.meta.url));
	const beside = [options.bridge, join(here, 'inspector-bridge.js'), join(here, '../bridge/inspector-bridge.js')]
		.find((path) => path && existsSync(path));
	if (beside) return readFile(beside, 'utf8');
	const folder = await mkdtemp(join(tmpdir(), 'inspector-bridge-'));
	try {
		await run(programOf(options), ['--write-bridge', folder], options.timeout ?? 30_000);
		return await readFile(join(folder, 'inspector-bridge.js'), 'utf8');
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/**
 * In the page, before any of its own scripts: whatever attaches to the bridge, whether it names a server or not, only
 * keeps its records, and hands them to the test at the end of each task: a page may be replaced at any time, and its
 * pagehide may run after the next page's scripts. What that leaves is told once more by the next page of its origin in
 * this tab, since a page that is going may not be heard; doubles are dropped.
 */
function keepInPage({ hasBus }) {
	const own = globalThis.TelemetryInspector;
	const attached = [];
	const storageKey = '__inspectorTelemetryLeft';
	const take = () => attached.map(({ detach, about }) => ({ session: detach.session, ...about, lines: detach.takeRecords() }))
		.filter(({ lines }) => lines.length);
	const drain = () => take().forEach((part) => globalThis.__inspectorTelemetryTake(part));
	const leave = () => {
		const parts = take();
		parts.forEach((part) => globalThis.__inspectorTelemetryTake(part)); // which may be heard, or not
		try {
			if (parts.length) sessionStorage.setItem(storageKey, JSON.stringify(parts));
		} catch {
			// a page without an origin has no storage
		}
	};
	try {
		JSON.parse(sessionStorage.getItem(storageKey) ?? '[]').forEach((part) => globalThis.__inspectorTelemetryTake(part));
		sessionStorage.removeItem(storageKey);
	} catch {
		// a page without an origin has none either
	}
	let isTelling;
	const tellSoon = () => {
		if (isTelling) return;
		isTelling = true;
		queueMicrotask(() => {
			isTelling = false;
			drain();
		});
	};
	const inspector = {
		attachInspector(options) {
			const { eventBus, game, build } = options;
			const { emit } = eventBus;
			eventBus.emit = function emitAndTell(...args) {
				tellSoon();
				return emit.apply(this, args);
			};
			attached.push({ detach: own.attachInspector({ ...options, url: undefined }), about: { game, build } });
			tellSoon();
			return attached.at(-1).detach;
		},
	};
	// The page may load the bridge itself; that one would send instead of keep.
	Object.defineProperty(globalThis, 'TelemetryInspector', { get: () => inspector, set() {}, configurable: true });
	globalThis.__inspectorTelemetryDrain = drain;
	globalThis.addEventListener('pagehide', leave);
	if (!hasBus) return;
	const look = () => {
		let bus;
		try {
			bus = globalThis.__inspectorTelemetryBus();
		} catch {
			// the game is not there yet
		}
		if (bus) inspector.attachInspector({ eventBus: bus });
		else setTimeout(look, 10);
	};
	look();
}

/**
 * Begins to record what happens in a page. To be called before the page is loaded; each load is a session of its own.
 * @param {import('@playwright/test').Page} page
 * @param {CaptureOptions} [options]
 */
export async function startInspectorTelemetry(page, options = {}) {
	const recording = { sessions: new Map() };
	await page.exposeBinding('__inspectorTelemetryTake', ({ frame }, { session, game, build, lines }) => {
		if (frame !== page.mainFrame()) return;
		if (!recording.sessions.has(session)) recording.sessions.set(session, { game, build, lines: [], lastSeq: 0 });
		const known = recording.sessions.get(session);
		for (const line of lines) {
			const seq = Number(/"seq":(\d+)\}$/.exec(line)?.[1]);
			if (seq <= known.lastSeq) continue;
			known.lastSeq = seq;
			known.lines.push(line);
		}
	});
	const bus = options.eventBus ? `globalThis.__inspectorTelemetryBus = ${options.eventBus};\n` : '';
	const how = JSON.stringify({ hasBus: Boolean(options.eventBus) });
	// One script: in which order several run is not promised.
	await page.addInitScript({ content: `${await bridgeText(options)}\n${bus}(${keepInPage})(${how});` });
	recordings.set(page, recording);
}

function sessionText({ game, build, lines }) {
	const startedAt = JSON.parse(lines[0]).timestamp;
	const first = JSON.stringify({ type: 'session', schema: 'telemetry-session/1', game, build, startedAt });
	return `${[first, ...lines].join('\n')}\n`;
}

/** What the page answers; throws where it does not, or not in time. */
async function ask(page, question) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`The page did not answer within ${askMs} ms.`)), askMs);
	});
	try {
		return await Promise.race([page.evaluate(question), late]);
	} finally {
		clearTimeout(timer);
	}
}

async function takeState(page, options) {
	const state = { type: 'snapshot', timestamp: Date.now(), snapshot: await ask(page, options.snapshot) };
	if (options.transcript) state.transcript = await ask(page, options.transcript);
	return JSON.stringify(state);
}

/** What the page did, as texts of session files in the order of its loads, and what it could not be asked any more. */
async function takeSessions(page, options) {
	const recording = recordings.get(page);
	const problems = [];
	const attempt = async (work) => {
		try {
			return await work();
		} catch (error) {
			problems.push(error.message);
			return undefined;
		}
	};
	if (recording && !page.isClosed()) await attempt(() => ask(page, () => globalThis.__inspectorTelemetryDrain?.()));
	const sessions = [...(recording?.sessions.values() ?? [])];
	// The page's own snapshot is the whole truth where no event was seen, and the last word where some were.
	const state = options.snapshot && await attempt(() => takeState(page, options));
	if (state) {
		const last = sessions.pop() ?? { lines: [] };
		sessions.push({ ...last, lines: [...last.lines, state] });
	}
	if (!sessions.length)
		throw new Error(['The page showed nothing to capture. Call startInspectorTelemetry(page) before page.goto(), let the '
			+ 'game call TelemetryInspector.attachInspector, or give the options eventBus or snapshot.', ...problems].join('\n'));
	return { texts: sessions.map(sessionText), problems };
}

/** A folder of its own for each capture of a test. */
function folderOf(testInfo) {
	const count = (captures.get(testInfo) ?? 0) + 1;
	captures.set(testInfo, count);
	return testInfo.outputPath(count === 1 ? 'inspector' : `inspector-${count}`);
}

async function exportSessions(texts, testInfo, options) {
	const folder = folderOf(testInfo);
	await mkdir(folder, { recursive: true });
	const files = texts.map((_, i) => join(folder, i ? `session-${i + 1}.ndjson` : 'session.ndjson'));
	await Promise.all(files.map((file, i) => writeFile(file, texts[i])));
	const resultFile = join(folder, 'result.json');
	const args = ['--export', ...files, '--artifact-dir', join(folder, 'artifacts'), '--result', resultFile, '--dry-run',
		'--force', ...(options.arguments ?? [])];
	const { exitCode, stderr } = await run(programOf(options), args, options.timeout ?? 30_000);
	if (!existsSync(resultFile)) throw new Error(`The export ended with ${exitCode}:\n${stderr}`);
	const result = JSON.parse(await readFile(resultFile, 'utf8'));
	return { files, result, resultFile, stderr };
}

const attachFile = (testInfo, path) => testInfo.attach(basename(path),
	{ path, contentType: contentTypes[extname(path.replace(/\.gz$/, ''))] ?? 'application/octet-stream' });

const attachNote = (testInfo, text) =>
	testInfo.attach('inspector-telemetry-error.txt', { body: `${text}\n`, contentType: 'text/plain' });

/**
 * Exports what the page did and attaches to the test: the session, every artifact, and the result document. A failure
 * to do so becomes an attachment `inspector-telemetry-error.txt`, and never the test's own failure.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').TestInfo} testInfo
 * @param {CaptureOptions} [options]
 * @returns the result document of the export; undefined where there is none
 */
export async function captureInspectorTelemetry(page, testInfo, options = {}) {
	try {
		const { texts, problems } = await takeSessions(page, options);
		const { files, result, resultFile, stderr } = await exportSessions(texts, testInfo, options);
		for (const path of [...files, ...result.artifacts.map((artifact) => artifact.path)]) await attachFile(testInfo, path);
		await testInfo.attach('inspector-telemetry-result.json', { path: resultFile, contentType: 'application/json' });
		if (!result.ok) problems.push(`The export ended with ${result.exitCode}:\n${stderr}`);
		if (problems.length) await attachNote(testInfo, problems.join('\n'));
		return result;
	} catch (error) {
		await attachNote(testInfo, error.message);
		return undefined;
	}
}

/**
 * The same as a fixture that every test uses by itself:
 * `export const test = base.extend(inspectorTelemetry({ arguments: ['--formats', 'all'] }));`
 * A test that takes `{ inspectorTelemetry }` may call it to capture earlier, and gets the result document.
 * @param {CaptureOptions} [options]
 */
export function inspectorTelemetry(options = {}) {
	return {
		inspectorTelemetry: [async ({ page }, use, testInfo) => {
			let isDone = false;
			try {
				await startInspectorTelemetry(page, options);
			} catch (error) {
				isDone = true;
				await attachNote(testInfo, error.message);
			}
			const capture = () => {
				isDone = true;
				return captureInspectorTelemetry(page, testInfo, options);
			};
			await use(capture);
			if (!isDone) await capture();
		}, { auto: true }],
	};
}
