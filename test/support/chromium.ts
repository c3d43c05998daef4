import { existsSync } from 'node:fs';

/** Where Debian installs it, unless the variable names another one. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What is said where it is missing. */
export const CHROMIUM_MISSING = `Expected Chromium at ${CHROMIUM}, which "apt-get install chromium" installs; CHROMIUM names another one.`;

/** Whether tests that need a browser, `*.browser.test.ts`, can run here. */
export const HAS_CHROMIUM = existsSync(CHROMIUM);
