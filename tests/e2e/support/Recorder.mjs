// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';

/** `telemetry-inspector --listen`, while it runs. */
export class Recorder {
	#process;
	#errors = '';
	#output = '';
	#ended;

	/** @returns once it listens */
	static async start(args, port = 0) {
		const recorder = new Recorder();
		const child = spawn(process.env.TELEMETRY_INSPECTOR, ['--listen', String(port), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
		recorder.#process = child;
		child.stdout.on('data', (text) => recorder.#output += text);
		recorder.#ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
		await new Promise((resolve, reject) => {
			child.stderr.on('data', (text) => {
				recorder.#errors += text;
				const match = /listening (\S+) token (\S+)\n/.exec(recorder.#errors);
				if (!match) return;
				[, recorder.url, recorder.token] = match;
				resolve();
			});
			child.on('close', () => reject(new Error(`it does not listen: ${recorder.#errors}`)));
		});
		return recorder;
	}

	get port() {
		return Number(new URL(this.url).port);
	}

	/** What a page adds to its address to attach. */
	get query() {
		return `?url=${encodeURIComponent(this.url)}&token=${this.token}`;
	}

	async kill() {
		this.#process.kill('SIGKILL');
		await this.#ended;
	}

	/** @returns its exit code and its result document */
	async end() {
		const exitCode = await this.#ended;
		return { exitCode, result: JSON.parse(this.#output), errors: this.#errors };
	}
}
