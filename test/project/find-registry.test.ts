import { join } from 'node:path';
import { describe, test } from 'vitest';
import { findRegistry } from '../../src/project/find-registry.ts';
import { writeFiles } from '../support/write-files.ts';

describe('findRegistry', () => {
  test('finds the nearest file above, and no folder of its name', async ({ expect }) => {
    await using written = await writeFiles({
      'redocly.yaml': 'apis: {}\n',
      'a/redocly.yaml': 'apis: {}\n',
      'a/b/c/redocly.yaml/x.txt': '',
      'd/x.txt': '',
    });
    const { folder } = written;
    expect(await findRegistry(join(folder, 'a/b/c'))).toBe(join(folder, 'a/redocly.yaml'));
    expect(await findRegistry(join(folder, 'd'))).toBe(join(folder, 'redocly.yaml'));
    expect(await findRegistry(folder)).toBe(join(folder, 'redocly.yaml'));
  });

  test('finds none where there is none up to the root', async ({ expect }) => {
    await using written = await writeFiles({ 'x.txt': '' });
    expect(await findRegistry(written.folder)).toBeUndefined();
  });
});
