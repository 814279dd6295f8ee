// SPDX-License-Identifier: GPL-3.0-or-later
import { defineConfig } from '@playwright/test';
import { launchOptions } from '../support/browser.mjs';

export default defineConfig({
	testDir: '.',
	outputDir: process.env.INSPECTOR_E2E_OUTPUT,
	workers: 1,
	timeout: 120_000,
	use: { launchOptions },
});
