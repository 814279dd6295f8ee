// SPDX-License-Identifier: GPL-3.0-or-later
// Forwards what happens on a game's event bus to Telemetry Inspector (telemetry-live/1). A classic script without
// dependencies: sets globalThis.TelemetryInspector. It never throws into the game, and never sends inside emit().
(() => {
	'use strict';

	const mostRecords = 50000;
	const mostChars = 16 * 1024 * 1024;
	const batchRecords = 256;
	const batchMs = 16;
	const firstWaitMs = 250;
	const mostWaitMs = 5000;
	const finalCodes = /^(bad_|too_many|superseded)/;
	const defaultTopics = 'faction reputation tutorial quest objective story dialogue inventory npc district game area'
		.split(' ').map((topic) => `${topic}:*`);

	// Segment by segment, with the same number of segments; * is any one of them.
	const matches = (pattern, name) => {
		const wanted = pattern.split(':');
		const given = name.split(':');
		return wanted.length === given.length && wanted.every((part, i) => part === '*' || part === given[i]);
	};

	const warn = (text) => console.warn(`[telemetry-inspector] ${text}`);
	const attempt = (work) => {
		try {
			work();
		} catch (error) {
			warn(error);
		}
	};

	// crypto.randomUUID() is not there on pages that are neither https nor of this machine.
	const uuid = () => '00000000-0000-4000-8000-000000000000'.replace(/0/g,
		() => (crypto.getRandomValues(new Uint8Array(1))[0] & 15).toString(16));

	function attachInspector({ eventBus, url, token, snapshot, transcript, game, build, topics } = {}) {
		const session = uuid();
		const emit = eventBus.emit;
		let wanted = topics ?? defaultTopics;
		let known = new Map(); // names, and whether they are forwarded
		let queue = [];        // {seq, at, line}: what is not acknowledged
		let chars = 0;         // in the queue
		let sent = 0;          // of the queue, from its start
		let seq = 0;
		let window = 8192;
		let maxMessage = 4 * 1024 * 1024;
		let socket;
		let isWelcome;
		let isOver;
		let timer;
		let retry;
		let wait = firstWaitMs;

		const isWanted = (name) => {
			let answer = known.get(name);
			if (answer === undefined) {
				if (known.size > 4096) known = new Map(); // names that are made up do not fill the page
				answer = typeof name === 'string' && !name.startsWith('worldstate:') && wanted.some((topic) => matches(topic, name));
				known.set(name, answer);
			}
			return answer;
		};

		const gapLine = (number, reason, from, until) =>
			`{"type":"gap","timestamp":${until},"durationMs":${Math.max(0, until - from)},"reason":"${reason}","seq":${number}}`;

		// The oldest become one gap, which the next time is among the oldest. Some at once: an array moves as a whole.
		const dropOldest = () => {
			let count = 0;
			while (count < 2 || (count < queue.length - 1 && (chars > 0.95 * mostChars || queue.length - count > 0.95 * mostRecords)))
				chars -= queue[count++].line.length;
			const { at } = queue[0];
			const { seq: last } = queue[count - 1];
			const line = gapLine(last, 'buffer_full', at, Date.now());
			chars += line.length;
			queue.splice(0, count, { seq: last, at, line });
			sent = Math.max(0, sent - count);
		};

		const push = (makeLine) => {
			const number = seq + 1;
			const at = Date.now();
			let line = makeLine(number, at);
			// A character has three bytes at most, and most have one.
			if (line.length > maxMessage / 3 && new TextEncoder().encode(line).length > maxMessage - 2)
				line = gapLine(number, 'too_large', at, at);
			seq = number;
			queue.push({ seq: number, at, line });
			chars += line.length;
			while (queue.length > 2 && (queue.length > mostRecords || chars > mostChars)) dropOldest();
			if (isWelcome && !timer) timer = setTimeout(flush, batchMs);
		};

		const note = (name, payload) => {
			const pushEvent = (content) => push((number, at) =>
				JSON.stringify({ type: 'event', timestamp: at, event: name, payload: content ?? {}, seq: number }));
			try {
				pushEvent(payload);
			} catch (error) {
				pushEvent({ unserialisable: String(error) }); // it refers to itself, or something in it throws
			}
		};

		const noteSnapshot = () => snapshot && attempt(() => {
			const state = { snapshot: snapshot(), transcript: transcript?.() };
			push((number, at) => JSON.stringify({ type: 'snapshot', timestamp: at, ...state, seq: number }));
		});

		function flush() {
			clearTimeout(timer);
			timer = 0;
			if (!isWelcome || socket?.readyState !== 1) return;
			while (sent < queue.length && sent < window) {
				const lines = [];
				let size = 2;
				while (sent < queue.length && sent < window && lines.length < batchRecords) {
					const { line } = queue[sent];
					if (lines.length && (size + line.length) * 3 > maxMessage) break;
					lines.push(line);
					size += line.length + 1;
					++sent;
				}
				socket.send(lines.length === 1 ? lines[0] : `[${lines.join(',')}]`);
			}
		}

		const forget = (acked) => {
			let count = 0;
			while (count < queue.length && queue[count].seq <= acked) chars -= queue[count++].line.length;
			queue.splice(0, count);
			sent = Math.max(0, sent - count);
		};

		const take = (message) => {
			if (message.type === 'welcome') {
				({ window, maxMessage } = message);
				wanted = topics ?? message.topics ?? wanted;
				known = new Map();
				isWelcome = true;
				wait = firstWaitMs;
				forget(message.ackedSeq);
				sent = 0;
				flush();
			} else if (message.type === 'ack') {
				forget(message.seq);
				flush();
			} else if (message.type === 'topics') {
				wanted = topics = message.topics; // also once it comes again
				known = new Map();
			} else if (message.type === 'request' && message.what === 'snapshot') {
				noteSnapshot();
			} else if (message.type === 'error') {
				warn(`${message.code}: ${message.message}`);
				if (finalCodes.test(message.code)) detach();
			}
		};

		function dial() {
			const own = socket = new WebSocket(url);
			own.onopen = () => own.send(JSON.stringify(
				{ type: 'hello', protocol: 'telemetry-live/1', session, token, game, build, resumeFrom: queue[0]?.seq ?? seq + 1 }));
			own.onmessage = ({ data }) => attempt(() => take(JSON.parse(data)));
			own.onclose = () => {
				if (own !== socket) return;
				isWelcome = false;
				sent = 0;
				if (isOver) return;
				retry = setTimeout(dial, wait);
				wait = Math.min(2 * wait, mostWaitMs);
			};
		}

		function wrapped(name, ...rest) {
			attempt(() => !isOver && isWanted(name) && note(name, rest[0]));
			return emit.call(this, name, ...rest);
		}

		function detach() {
			if (isOver) return;
			flush();
			isOver = true;
			if (eventBus.emit === wrapped) eventBus.emit = emit;
			globalThis.removeEventListener?.('pagehide', flush);
			clearTimeout(retry);
			clearTimeout(timer);
			socket?.close();
		}

		eventBus.emit = wrapped;
		globalThis.addEventListener?.('pagehide', flush);
		noteSnapshot();
		if (url) attempt(dial);
		// Without a url it only keeps what happens, for a test that asks for it.
		detach.session = session;
		detach.takeRecords = () => {
			const lines = queue.map(({ line }) => line);
			forget(seq);
			return lines;
		};
		return detach;
	}

	globalThis.TelemetryInspector = { attachInspector };
})();
