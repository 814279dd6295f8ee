// SPDX-License-Identifier: GPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript' };
const folders = {
	game: new URL('../game/', import.meta.url),
	bridge: new URL('../../../resources/bridge/', import.meta.url),
};

/** Serves the game, and the bridge beside it, on a free port of this machine. */
export class Site {
	#server;

	static async start() {
		const site = new Site();
		site.#server = createServer((request, response) => site.#answer(request, response));
		await new Promise((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
		return site;
	}

	async #answer({ url }, response) {
		const [, folder, name] = /^\/(\w+)\/([\w.-]+)$/.exec(new URL(url, 'http://localhost').pathname) ?? [];
		try {
			const text = await readFile(fileURLToPath(new URL(name, folders[folder])));
			response.writeHead(200, { 'content-type': types[extname(name)] }).end(text);
		} catch {
			response.writeHead(404).end();
		}
	}

	address(query = '') {
		return `http://localhost:${this.#server.address().port}/game/index.html${query}`;
	}

	/** Loads the game, and waits until it can be played. */
	async open(page, query = '') {
		await page.goto(this.address(query));
		await page.getByRole('status').filter({ hasText: /./ }).waitFor();
	}

	async stop() {
		this.#server.closeAllConnections?.();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
