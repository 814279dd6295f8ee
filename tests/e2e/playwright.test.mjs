// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the specs in a real browser and reads Playwright's JSON report: what a pipeline finds attached to each test.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = process.env.TELEMETRY_INSPECTOR;
const folder = mkdtempSync(join(tmpdir(), 'inspector-e2e-'));
const specs = new Map(); // of titles
const time = '20231114T221320Z';
const artifactNames = (stem = '') => [
	`save-inspector${stem}-cascade-targets-${time}.csv`, `save-inspector${stem}-snapshot-${time}.json`, `save-inspector${stem}-summary-${time}.json`,
	`save-inspector${stem}-tutorial-snapshots-${time}.csv`, `save-inspector${stem}-tutorial-transcript-${time}.csv`, `save-inspector${stem}-tutorial-transcript-${time}.md`,
];

before(async () => {
	const cli = fileURLToPath(new URL('node_modules/@playwright/test/cli.js', import.meta.url));
	const config = fileURLToPath(new URL('specs/playwright.config.mjs', import.meta.url));
	const env = { ...process.env, INSPECTOR_E2E_OUTPUT: join(folder, 'results'), FORCE_COLOR: '0' };
	const child = spawn(process.execPath, [cli, 'test', '--config', config, '--reporter', 'json'], { env });
	let output = '';
	let errors = '';
	child.stdout.on('data', (text) => output += text);
	child.stderr.on('data', (text) => errors += text);
	await new Promise((resolve) => child.on('close', resolve));
	assert.notEqual(output, '', errors);
	const report = JSON.parse(output);
	assert.deepEqual(report.errors, []);
	for (const suite of report.suites)
		for (const spec of suite.specs) specs.set(spec.title, spec);
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** How the only run of a test ended. */
const runOf = (title) => specs.get(title).tests[0].results[0];
const attachmentsOf = (title) => new Map(runOf(title).attachments.map((attachment) => [attachment.name, attachment]));
const textOf = (attachment) => (attachment.path ? readFileSync(attachment.path) : Buffer.from(attachment.body, 'base64')).toString();
const messageOf = (title) => runOf(title).errors.map(({ message }) => message).join('\n');

/** The artifacts are byte for byte those that the command line makes of the attached session. */
function assertSameAsExport(title) {
	const attachments = attachmentsOf(title);
	const out = mkdtempSync(join(folder, 'export-'));
	const { inputs } = JSON.parse(textOf(attachments.get('inspector-telemetry-result.json')));
	const files = inputs.map(({ file }) => file);
	assert.deepEqual(files.map((file) => textOf(attachments.get(basename(file)))), files.map((file) => readFileSync(file, 'utf8')));
	const { status, stderr } = spawnSync(program, ['--export', ...files, '--formats', 'all', '--clock', '1700000000000', '--artifact-dir', out, '--dry-run'], { encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	const made = readdirSync(out).filter((name) => name.startsWith('save-inspector'));
	assert.deepEqual(made.map((name) => [name, textOf(attachments.get(name))]), made.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

test('the cascade mission has its artifacts attached', () => {
	const title = 'a friend of the Vanguard is a friend of its allies';
	assert.equal(runOf(title).status, 'passed', messageOf(title));
	const attachments = attachmentsOf(title);
	assert.deepEqual([...attachments.keys()].sort(), ['inspector-telemetry-result.json', ...artifactNames(), 'session.ndjson'].sort());
	const cascades = textOf(attachments.get(`save-inspector-cascade-targets-${time}.csv`));
	assert.match(cascades, /The Luminari Syndicate/);
	assert.match(cascades, /The Wraith Network/);
	assert.deepEqual([...attachments.values()].map(({ name, contentType }) => [name, contentType]).filter(([name]) => /result|session|\.md|targets/.test(name)).sort(), [
		['inspector-telemetry-result.json', 'application/json'], [`save-inspector-cascade-targets-${time}.csv`, 'text/csv'],
		[`save-inspector-tutorial-transcript-${time}.md`, 'text/markdown'], ['session.ndjson', 'application/x-ndjson'],
	]);
	assertSameAsExport(title);
});

test('the tutorial has its artifacts attached', () => {
	const title = 'the tutorial can be played to its end';
	assert.equal(runOf(title).status, 'passed', messageOf(title));
	const transcript = textOf(attachmentsOf(title).get(`save-inspector-tutorial-transcript-${time}.md`));
	assert.match(transcript, /Walk the quay/);
	assert.match(transcript, /Cast off/);
	assertSameAsExport(title);
});

test('each load of a page is a session', () => {
	for (const title of ['what happened before a reload is kept', 'what a page does before it is left at once is kept']) {
		assert.equal(runOf(title).status, 'passed', messageOf(title));
		const attachments = attachmentsOf(title);
		const result = JSON.parse(textOf(attachments.get('inspector-telemetry-result.json')));
		assert.deepEqual(result.inputs.map(({ file, events }) => [basename(file), events]), [['session.ndjson', 4], ['session-2.ndjson', 4]]);
		assertSameAsExport(title);
	}
});

test('a test that fails has its artifacts', () => {
	const title = 'a test that fails has its artifacts';
	assert.equal(runOf(title).status, 'failed');
	assert.match(messageOf(title), /as it should be/);
	assertSameAsExport(title);
});

test('a capture that fails is an attached note', () => {
	for (const [title, status] of [['a capture that fails does not hide why the test failed', 'failed'], ['a capture that fails does not fail the test', 'passed']]) {
		assert.equal(runOf(title).status, status);
		assert.deepEqual([...attachmentsOf(title).keys()], ['inspector-telemetry-error.txt']);
		assert.match(textOf(attachmentsOf(title).get('inspector-telemetry-error.txt')), /Call startInspectorTelemetry|cannot be started/);
	}
	assert.match(messageOf('a capture that fails does not hide why the test failed'), /as it should be/);
});

test('a page is captured through its bus or its snapshot', () => {
	for (const title of ['a page that attaches nothing is captured through its bus', 'a page that only has a snapshot is captured as that'])
		assert.equal(runOf(title).status, 'passed', messageOf(title));
});

test('each capture of a test keeps what it captured', () => {
	const title = 'a page that was closed, and one more capture, lose nothing';
	assert.equal(runOf(title).status, 'passed', messageOf(title));
	const sessions = runOf(title).attachments.filter(({ name }) => name === 'session.ndjson').map(textOf);
	// The fixture captures once more at the end; the first line says what the session is, the second is the state.
	assert.deepEqual(sessions.map((text) => text.trimEnd().split('\n').length), [6, 8, 8, 8]);
	assert.match(textOf(attachmentsOf(title).get('inspector-telemetry-error.txt')), /closed/);
});
