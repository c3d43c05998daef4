import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../support/property-runs.ts';
import { asAlice, asNobody, recordedMock } from './recorded-world.ts';

/** What URIs are made of, and what breaks them. */
const PIECES = [
  ...['cloudreve:', '//', '/', ':', '@', '?', '#', 'BQUP', 'g6sp', 'Pw1', 'share', 'my', 'SHARE'],
  ...['Docs', 'Sub', 'a.txt', '..', '.', '%2F', '%', '%zz', '%00', '%FF', ' ', 'ü', '🎉', '\ud83c'],
  ...['[', ']', '|', '"', '<', "'", '\\', '$', '&', '+', '=', ';', '!', '(', '^', '`', '{'],
  ...['\t', '\u2028', '\u0085'],
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((some) => some.join(''));
const uri = fc.oneof(
  pieces,
  pieces.map((text) => `cloudreve://BQUP@share/${text}`),
  pieces.map((text) => `cloudreve://BQUP${text}@share/Sub`),
  pieces.map((text) => `cloudreve://my/${text}`),
  pieces.map((text) => `cloudreve://${text}@my/Docs`),
);
const visitor = fc.constantFrom(asAlice, asNobody);

describe('hostile file URIs', () => {
  test.each([
    ['a closed', true],
    ['an open', false],
  ])('are answered by the contract in %s world', async (_what, closedWorld) => {
    // The mock throws what breaks the contract.
    const { ask } = recordedMock({}, { closedWorld });
    const property = fc.asyncProperty(uri, visitor, async (text, who) => {
      const query = `uri=${encodeURIComponent(text.toWellFormed())}`;
      expect((await ask(`GET /api/v4/file?${query}`, who)).status).toBe(200);
      expect((await ask(`GET /api/v4/file/info?${query}&extended=true`, who)).status).toBe(200);
      const body = { uris: [text], download: true };
      const { status, body: answer } = await ask('POST /api/v4/file/url', { ...who, body });
      expect(status).toBe(200);
      if (answer.code !== 0) return;
      const content = await ask(`GET ${answer.data.urls[0].url}`, asNobody);
      expect(content.headers.get('cache-control')).toBe('public, max-age=86400');
    });
    await fc.assert(property, propertyRuns(300));
  });
});
