import { expect, test } from 'vitest';
import { loadSqlite } from '../../../src/mock/state-file/load-sqlite.ts';

test('loadSqlite hides the warnings of the load alone', () => {
  const { getBuiltinModule, emitWarning } = process;
  const warnings: string[] = [];
  process.emitWarning = (warning) => warnings.push(`${warning}`);
  // Some releases of Node 24 warn so themselves.
  process.getBuiltinModule = ((name: 'node:sqlite') => {
    process.emitWarning('SQLite is an experimental feature', 'ExperimentalWarning');
    return getBuiltinModule(name);
  }) as typeof getBuiltinModule;
  try {
    expect(loadSqlite()).toHaveProperty('DatabaseSync');
    process.emitWarning('another');
  } finally {
    Object.assign(process, { getBuiltinModule, emitWarning });
  }
  expect(warnings).toEqual(['another']);
});
