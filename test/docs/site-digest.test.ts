import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { computeSiteDigest, DIGEST_FILE, isSiteFresh } from '../../src/docs/site-digest.ts';

const folder = await mkdtemp(join(tmpdir(), 'share-contracts-digest-'));
afterAll(() => rm(folder, { recursive: true }));

const contract = await loadContract(join(import.meta.dirname, 'fixtures/notes.yaml'));

describe('computeSiteDigest', () => {
  test('is the same for the same contracts and differs for another contract, name or notes', async () => {
    const digest = await computeSiteDigest([{ name: 'notes', contract }]);
    const document = { ...contract.document, openapi: '3.1.1' };
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await computeSiteDigest([{ name: 'notes', contract }])).toBe(digest);
    expect(await computeSiteDigest([{ name: 'memos', contract }])).not.toBe(digest);
    expect(
      await computeSiteDigest([{ name: 'notes', contract: { ...contract, document } }]),
    ).not.toBe(digest);
    expect(await computeSiteDigest([{ name: 'notes', contract, behaviourNotes: '# N' }])).not.toBe(
      digest,
    );
  });
});

describe('isSiteFresh', () => {
  test('compares with the digest in the folder', async () => {
    expect(await isSiteFresh(folder, 'abc')).toBe(false);
    await writeFile(join(folder, DIGEST_FILE), 'abc');
    expect(await isSiteFresh(folder, 'abc')).toBe(true);
    expect(await isSiteFresh(folder, 'abd')).toBe(false);
  });
});
