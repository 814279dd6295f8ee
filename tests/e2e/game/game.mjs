// SPDX-License-Identifier: GPL-3.0-or-later
// A small game as the tool meets them: an event bus, a store that can snapshot, missions that are played by clicks.
// ?url=…&token=… attaches it to a server; ?stream=N&rate=R emits N numbered events, R a second, and then `game:over`,
// unless &over=later leaves that to whoever waits for game.streamed.

class EventBus {
	#listeners = new Map();

	on(name, listener) {
		this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
	}

	emit(name, payload) {
		for (const listener of this.#listeners.get(name) ?? []) listener(payload);
		return true;
	}
}

/** As much of a world state as the missions touch. */
class Store {
	#factions = {};
	#tutorial = { enabled: false, totalSteps: 0, completedSteps: [], completed: false };

	constructor(bus) {
		bus.on('reputation:changed', ({ factionId, newFame, newInfamy }) =>
			this.#change(factionId, { fame: newFame, infamy: newInfamy }));
		bus.on('faction:attitude_changed', ({ factionId, newAttitude }) => this.#change(factionId, { attitude: newAttitude }));
		bus.on('tutorial:started', ({ totalSteps }) => Object.assign(this.#tutorial, { enabled: true, totalSteps }));
		bus.on('tutorial:step_completed', ({ stepId }) => this.#tutorial.completedSteps.push(stepId));
		bus.on('tutorial:completed', () => Object.assign(this.#tutorial, { enabled: false, completed: true }));
	}

	#change(id, values) {
		this.#factions[id] = { id, ...this.#factions[id], ...values };
	}

	snapshot() {
		return structuredClone({ factions: { byId: this.#factions }, tutorial: this.#tutorial });
	}
}

const bus = new EventBus();
const store = new Store(bus);
const say = (text) => document.querySelector('[role=status]').textContent = text;

const steps = [
	{ stepId: 'walk', title: 'Walk the quay', controlHint: { label: 'Move', keys: ['W', 'A', 'S', 'D'], note: null } },
	{ stepId: 'ask', title: 'Ask "who was here?"', controlHint: null },
	{ stepId: 'cast_off', title: 'Cast off', controlHint: { label: 'Let go', keys: ['E'], note: 'Both lines' } },
];
let step = -1;

function startStep(index) {
	step = index;
	bus.emit('tutorial:step_started', { ...steps[index], stepIndex: index, totalSteps: steps.length, canSkip: index > 0 });
	say(steps[index].title);
}

document.querySelector('#cargo').onclick = () => {
	bus.emit('reputation:changed', { factionId: 'vanguard_prime', newFame: 55, newInfamy: 8, deltaFame: 20, deltaInfamy: -2, reason: 'cargo' });
	bus.emit('faction:attitude_changed', { factionId: 'vanguard_prime', factionName: 'Vanguard Prime', oldAttitude: 'neutral', newAttitude: 'friendly' });
	const source = { cascade: true, source: 'vanguard_prime', sourceFactionName: 'Vanguard Prime' };
	bus.emit('faction:attitude_changed', { factionId: 'luminari_syndicate', factionName: 'The Luminari Syndicate', oldAttitude: 'neutral', newAttitude: 'friendly', ...source });
	bus.emit('faction:attitude_changed', { factionId: 'wraith_network', factionName: 'The Wraith Network', oldAttitude: 'unfriendly', newAttitude: 'hostile', ...source });
	say('The Vanguard owes you one.');
};

document.querySelector('#tutorial').onclick = () => {
	bus.emit('tutorial:started', { totalSteps: steps.length });
	startStep(0);
};

document.querySelector('#next').onclick = () => {
	bus.emit('tutorial:step_completed', { stepId: steps[step].stepId, stepIndex: step });
	if (step + 1 < steps.length) return startStep(step + 1);
	bus.emit('tutorial:completed', { totalSteps: steps.length, completedSteps: steps.map(({ stepId }) => stepId) });
	say('Done.');
};

const asked = new URLSearchParams(location.search);

/** Emits as many events as are due since the start, so that a late timer makes a larger batch, not fewer events. */
const stream = (count, perSecond) => new Promise((resolve) => {
	const start = performance.now();
	let next = 0;
	const timer = setInterval(() => {
		const due = Math.min(count, Math.floor((performance.now() - start) / 1000 * perSecond));
		while (next < due) bus.emit('quest:progress', { number: next++ });
		if (next < count) return;
		clearInterval(timer);
		if (asked.get('over') !== 'later') bus.emit('game:over', { count });
		say('Over.');
		resolve();
	}, 4);
});

// As a game does in development: attached to a server, or to whatever a test put in place.
if (asked.has('url') && !globalThis.TelemetryInspector) await import('/bridge/inspector-bridge.mjs');
if (!asked.has('plain'))
	globalThis.TelemetryInspector?.attachInspector({
		eventBus: bus, url: asked.get('url'), token: asked.get('token'), snapshot: () => store.snapshot(), game: 'A small game', build: '7',
	});
globalThis.game = { bus, store };
if (asked.has('stream')) globalThis.game.streamed = stream(Number(asked.get('stream')), Number(asked.get('rate')));
say('Ready.');
