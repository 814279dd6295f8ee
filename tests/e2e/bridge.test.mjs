// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge against a double of a WebSocket: node --test.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test as nodeTest } from 'node:test';
import { fileURLToPath } from 'node:url';

globalThis.crypto ??= webcrypto; // older versions have it in a module only
const folder = new URL('../../resources/bridge/', import.meta.url);
const { attachInspector } = await import(new URL('inspector-bridge.mjs', folder));

class FakeSocket {
	static all = [];
	readyState = 0;
	messages = [];

	constructor(url) {
		this.url = url;
		FakeSocket.all.push(this);
	}

	send(text) {
		this.messages.push(JSON.parse(text));
	}

	close() {
		if (this.readyState === 3) return;
		this.readyState = 3;
		this.onclose?.();
	}

	open() {
		this.readyState = 1;
		this.onopen();
	}

	receive(message) {
		this.onmessage({ data: JSON.stringify(message) });
	}

	welcome(ackedSeq = 0, more = {}) {
		this.receive({ type: 'welcome', session: 's', topics: ['faction:*'], ackedSeq, maxMessage: 4194304, window: 8192, ...more });
	}

	/** All records that came, in their order. */
	get records() {
		return this.messages.slice(1).flat();
	}
}

class Bus {
	heard = [];

	emit(name, payload, more) {
		this.heard.push(name);
		if (payload === 'throw') throw new Error('of the game');
		if (payload?.nested) this.emit('faction:nested', {});
		if (payload) payload.changed = true;
		return [this.heard.length, more];
	}
}

/** A clock that goes on when it is told to. */
class FakeTimers {
	now = 0;
	count = 0;
	all = new Map();

	install() {
		globalThis.setTimeout = (work, ms) => {
			this.all.set(++this.count, { at: this.now + ms, work });
			return this.count;
		};
		globalThis.clearTimeout = (id) => this.all.delete(id);
	}

	tick(ms) {
		const end = this.now + ms;
		for (;;) {
			const due = [...this.all].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
			if (!due) break;
			this.all.delete(due[0]);
			this.now = due[1].at;
			due[1].work();
		}
		this.now = end;
	}
}

const realTimers = { setTimeout, clearTimeout };
let bus;
let timers;
let warnings;

const setUp = () => {
	FakeSocket.all = [];
	globalThis.WebSocket = FakeSocket;
	bus = new Bus();
	warnings = [];
	console.warn = (text) => warnings.push(text);
	timers = new FakeTimers();
	timers.install();
};

// The runner has timers of its own.
const test = (name, run) => nodeTest(name, () => {
	setUp();
	try {
		run();
	} finally {
		Object.assign(globalThis, realTimers);
	}
});

const attach = (options = {}) => attachInspector({ eventBus: bus, url: 'ws://127.0.0.1:1', token: 't', ...options });
const socket = () => FakeSocket.all.at(-1);
const namesOf = (records) => records.map(({ event, type, reason }) => event ?? reason ?? type);

test('says hello, and sends the snapshot before the events', () => {
	attach({ snapshot: () => ({ factions: {} }), transcript: () => [1], game: 'g', build: 'b' });
	bus.emit('faction:a', { x: 1 });
	socket().open();
	assert.deepEqual(socket().messages, [{ type: 'hello', protocol: 'telemetry-live/1', session: socket().messages[0].session,
		token: 't', game: 'g', build: 'b', resumeFrom: 1 }]);
	assert.match(socket().messages[0].session, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);

	socket().welcome();

	const [first, second] = socket().records;
	assert.deepEqual(first, { type: 'snapshot', timestamp: first.timestamp, snapshot: { factions: {} }, transcript: [1], seq: 1 });
	assert.deepEqual(second, { type: 'event', timestamp: second.timestamp, event: 'faction:a', payload: { x: 1 }, seq: 2 });
});

test('leaves results, errors and the order of nested events to the game', () => {
	const detach = attach({ url: undefined });

	assert.deepEqual(bus.emit('faction:a', { nested: true }, 7), [2, 7]);
	assert.throws(() => bus.emit('faction:b', 'throw'), /of the game/);

	assert.deepEqual(bus.heard, ['faction:a', 'faction:nested', 'faction:b']);
	const records = detach.takeRecords().map((line) => JSON.parse(line));
	assert.deepEqual(namesOf(records), ['faction:a', 'faction:nested', 'faction:b']);
	assert.deepEqual(records[0].payload, { nested: true }); // before a listener changed it
	assert.deepEqual(detach.takeRecords(), []);
});

test('forwards what is asked for, segment by segment', () => {
	const detach = attach({ url: undefined, topics: ['faction:*', 'a:*:c'] });

	for (const name of ['faction:x', 'faction:x:y', 'faction', 'a:b:c', 'a:b:d', 'worldstate:updated', 'other:x']) bus.emit(name);
	bus.emit(Symbol('no name'));

	assert.deepEqual(namesOf(detach.takeRecords().map((line) => JSON.parse(line))), ['faction:x', 'a:b:c']);
	assert.equal(bus.heard.length, 8);
});

test('never forwards the whole state that the store tells of', () => {
	const detach = attach({ url: undefined, topics: ['worldstate:*'] });
	bus.emit('worldstate:updated', {});
	assert.deepEqual(detach.takeRecords(), []);
});

test('keeps a payload that is no JSON from costing the event', () => {
	const detach = attach({ url: undefined });
	const loop = {};
	loop.self = loop;
	bus.emit('faction:a', loop);
	bus.emit('faction:b', { toJSON() { throw new Error('no'); } });
	bus.emit('faction:c', () => 0);
	const records = detach.takeRecords().map((line) => JSON.parse(line));
	assert.deepEqual(records.map(({ seq }) => seq), [1, 2, 3]);
	assert.match(records[0].payload.unserialisable, /circular/);
	assert.equal(records[1].payload.unserialisable, 'Error: no');
});

test('sends in batches, on a timer, and forgets what is acknowledged', () => {
	attach();
	socket().open();
	socket().welcome();
	for (let i = 0; i < 300; ++i) bus.emit('faction:a', { i });
	assert.equal(socket().messages.length, 1); // nothing inside emit

	timers.tick(16);

	assert.deepEqual(socket().messages.slice(1).map((batch) => batch.length), [256, 44]);
	socket().receive({ type: 'ack', seq: 299 });
	socket().close();
	timers.tick(250);
	socket().open();
	assert.equal(socket().messages[0].resumeFrom, 300);
	socket().welcome(299);
	assert.deepEqual(socket().records.map(({ seq }) => seq), [300]);
});

test('sends again what was not acknowledged, and only that', () => {
	attach();
	socket().open();
	socket().welcome();
	for (let i = 0; i < 5; ++i) bus.emit('faction:a', { i });
	timers.tick(16);
	socket().close();
	bus.emit('faction:away', {});
	timers.tick(250);
	socket().open();

	socket().welcome(3);

	assert.deepEqual(socket().records.map(({ seq }) => seq), [4, 5, 6]);
});

test('has no more under way than the window allows', () => {
	attach();
	socket().open();
	socket().welcome(0, { window: 3 });
	for (let i = 0; i < 7; ++i) bus.emit('faction:a', { i });
	timers.tick(16);
	assert.deepEqual(socket().records.map(({ seq }) => seq), [1, 2, 3]);
	socket().receive({ type: 'ack', seq: 2 });
	assert.deepEqual(socket().records.map(({ seq }) => seq), [1, 2, 3, 4, 5]);
});

test('comes again after a quarter of a second, then later and later', () => {
	attach();
	for (const wait of [250, 500, 1000, 2000, 4000, 5000, 5000]) {
		const count = FakeSocket.all.length;
		socket().close();
		timers.tick(wait - 1);
		assert.equal(FakeSocket.all.length, count);
		timers.tick(1);
		assert.equal(FakeSocket.all.length, count + 1);
	}
});

test('makes the oldest records a gap where the buffer is full', () => {
	attach();
	for (let i = 0; i < 50100; ++i) bus.emit('faction:a', { i });
	socket().open();
	socket().welcome(0, { window: 100000 });

	const { records } = socket();
	assert.ok(records.length <= 50000);
	assert.deepEqual(namesOf(records.slice(0, 2)), ['buffer_full', 'faction:a']);
	assert.equal(records[1].seq, records[0].seq + 1);
	assert.equal(records.at(-1).seq, 50100);
	records.slice(1).forEach(({ seq }, i) => assert.equal(seq, records[1].seq + i));
});

test('drops no more than it has to where a few records are large', () => {
	attach();
	for (let i = 0; i < 900; ++i) bus.emit('faction:a', { text: 'x'.repeat(19000) });
	socket().open();
	socket().welcome(0, { window: 100000 });

	const { records } = socket();
	assert.ok(records.length > 820, `${records.length}`);
	assert.deepEqual(namesOf(records.slice(0, 2)), ['buffer_full', 'faction:a']);
	assert.equal(records[1].seq, records[0].seq + 1);
});

test('makes a record that is too large a gap, and never sends it', () => {
	attach();
	socket().open();
	socket().welcome(0, { maxMessage: 1000 });
	bus.emit('faction:large', { text: 'x'.repeat(2000) });
	bus.emit('faction:small', { text: '\u20ac'.repeat(200) });
	timers.tick(16);
	assert.deepEqual(namesOf(socket().records), ['too_large', 'faction:small']);
});

test('stops where it is told to for good, and comes again after other errors', () => {
	for (const code of ['bad_token', 'bad_origin', 'bad_host', 'bad_protocol', 'bad_message', 'too_many_clients', 'superseded']) {
		bus = new Bus();
		attach();
		socket().open();
		socket().receive({ type: 'error', code, message: 'why' });
		socket().close();
		const count = FakeSocket.all.length;
		timers.tick(60000);
		assert.equal(FakeSocket.all.length, count, code);
		assert.match(warnings.at(-1), new RegExp(`${code}: why`));
		assert.equal(bus.emit, Bus.prototype.emit);
	}
	for (const code of ['rate', 'idle', 'shutting_down']) {
		attach();
		socket().open();
		socket().receive({ type: 'error', code, message: 'why' });
		socket().close();
		const count = FakeSocket.all.length;
		timers.tick(250);
		assert.equal(FakeSocket.all.length, count + 1, code);
	}
});

test('gives a fresh snapshot, and other topics, when it is asked to', () => {
	let count = 0;
	attach({ snapshot: () => ({ count: ++count }) });
	socket().open();
	socket().welcome();
	socket().receive({ type: 'topics', topics: ['x:*'] });
	bus.emit('faction:a', {});
	bus.emit('x:a', {});
	socket().receive({ type: 'request', what: 'snapshot' });
	timers.tick(16);
	assert.deepEqual(namesOf(socket().records), ['snapshot', 'x:a', 'snapshot']);
	assert.deepEqual(socket().records.at(-1).snapshot, { count: 2 });
});

test('survives a snapshot that throws and messages that are no JSON', () => {
	attach({ snapshot: () => { throw new Error('not now'); } });
	socket().open();
	socket().onmessage({ data: 'nonsense' });
	socket().welcome();
	bus.emit('faction:a', {});
	timers.tick(16);
	assert.deepEqual(socket().records.map(({ seq }) => seq), [1]);
	assert.equal(warnings.length, 2);
});

test('gives the bus back', () => {
	const detach = attach();
	detach();
	detach();
	assert.equal(bus.emit, Bus.prototype.emit);
	assert.equal(socket().readyState, 3);
});

test('has at most 6 KB without comments', () => {
	const source = readFileSync(fileURLToPath(new URL('inspector-bridge.js', folder)), 'utf8');
	const code = source.replace(/^\s*\/\/.*\n/gm, '').replace(/\s+\/\/ .*$/gm, '');
	assert.ok(Buffer.byteLength(code) <= 6 * 1024, `${Buffer.byteLength(code)} bytes`);
});
