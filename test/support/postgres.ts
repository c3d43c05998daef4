import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian installs each version. */
const DEBIAN = '/usr/lib/postgresql';

/** Folder of the server's programs: the newest that Debian installed, unless the variable names another one. */
export const POSTGRES_PROGRAMS = process.env.POSTGRES_PROGRAMS ?? findNewest();

/** What is said where they are missing. */
export const POSTGRES_MISSING = `Expected the programs of PostgreSQL in ${POSTGRES_PROGRAMS}, which "apt-get install postgresql" installs; POSTGRES_PROGRAMS names another folder.`;

/** Whether tests that need a PostgreSQL server, `postgres-*.test.ts`, can run here. */
export const HAS_POSTGRES = existsSync(join(POSTGRES_PROGRAMS, 'postgres'));

function findNewest(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const known = versions.filter((version) => existsSync(join(DEBIAN, String(version), 'bin')));
  return known.length === 0
    ? join(DEBIAN, '*', 'bin')
    : join(DEBIAN, String(Math.max(...known)), 'bin');
}
