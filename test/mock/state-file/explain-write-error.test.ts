import { closeSync, openSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { explainWriteError } from '../../../src/mock/state-file/explain-write-error.ts';
import { FileChangedError } from '../../../src/mock/state-file/file-changed-error.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

/** What the error of an act is explained as. */
function explain(act: () => void): string | undefined {
  try {
    act();
  } catch (error) {
    return explainWriteError(error);
  }
  throw new Error('There is no error.');
}

describe('explainWriteError', () => {
  test('names a full database', () => {
    using db = new DatabaseSync(':memory:');
    db.exec('create table t (a); pragma max_page_count = 2');
    expect(explain(() => db.exec('insert into t values (zeroblob(99999))'))).toBe(
      'the disk is full',
    );
  });

  test('names what may only be read, and what is locked', async () => {
    const { at } = await makeFolder();
    using db = new DatabaseSync(at('a.db'));
    db.exec('create table t (a)');
    {
      using reader = new DatabaseSync(at('a.db'), { readOnly: true });
      expect(explain(() => reader.exec('insert into t values (1)'))).toContain('only be read');
    }
    using other = new DatabaseSync(at('a.db'));
    db.exec('begin exclusive');
    expect(explain(() => other.exec('insert into t values (1)'))).toBe(
      'another program has locked it',
    );
  });

  test.runIf(process.platform === 'linux')('gives the code of a system error', () => {
    const descriptor = openSync('/dev/full', 'w');
    expect(explain(() => writeSync(descriptor, 'x'))).toBe('the system reports ENOSPC');
    closeSync(descriptor);
  });

  test('says what became of a changed file', () => {
    expect(explainWriteError(new FileChangedError('it was cut'))).toBe('it was cut');
  });

  test('leaves defects alone', () => {
    using db = new DatabaseSync(':memory:');
    expect(explain(() => db.exec('insert into t values (1)'))).toBeUndefined();
    db.exec('create table t (a unique); insert into t values (1)');
    expect(explain(() => db.exec('insert into t values (1)'))).toBeUndefined();
    expect(explainWriteError(new Error('a defect'))).toBeUndefined();
  });
});
