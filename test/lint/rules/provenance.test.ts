import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/provenance';
const GUESS = '{ level: assumed, note: Guess. }';

function operationWith(provenance: string): string {
  return `paths: { /shares: { get: { x-provenance: ${provenance} } } }`;
}

function examplesWith(examples: string): string {
  return `
paths:
  /shares:
    get:
      x-provenance: ${GUESS}
      requestBody: { content: { text/plain: { examples: ${examples} } } }
`;
}

describe(RULE, () => {
  test.each(['paths: { /shares:', 'webhooks: { expired:'])(
    'refuses an operation without it, in %s',
    async (start) => {
      const [finding, ...others] = await lintSpec(RULE, `${start} { get: { operationId: it } } }`);
      expect(finding).toEqual({
        message: 'Operation "it": expected x-provenance, found none. Add {level, note, url}.',
        at: expect.stringMatching(/^openapi\.yaml#\/(paths|webhooks)\/.*\/get$/),
      });
      expect(others).toEqual([]);
    },
  );

  test.each([
    [
      'documented',
      '',
      'expected an object {level, note, url}, found "documented". Write {level: documented | source | inferred | assumed} with a note or a url.',
    ],
    ['null', '', 'expected an object {level, note, url}, found null.'],
    ['[]', '', 'expected an object {level, note, url}, found [].'],
    [
      '{ note: Guess. }',
      '/level',
      'level: expected documented, source, inferred, assumed, found nothing. Choose one.',
    ],
    ['{ level: guessed, note: Guess. }', '/level', 'found "guessed"'],
    [
      '{ level: documented }',
      '/url',
      'url: expected an http or https URL at level documented, found nothing. Link the page or file that says so.',
    ],
    [
      '{ level: source, note: Code. }',
      '/url',
      'url: expected an http or https URL at level source, found nothing.',
    ],
    ['{ level: documented, url: "ftp://a.example" }', '/url', 'found "ftp://a.example"'],
    ['{ level: assumed, note: Guess., url: page }', '/url', 'found "page"'],
    [
      '{ level: source, url: "https://a.example" }',
      '/note',
      'note: expected a sentence at level source, found nothing. Say what the fact rests on.',
    ],
    ['{ level: inferred }', '/note', 'at level inferred, found nothing'],
    ['{ level: assumed, note: " " }', '/note', 'at level assumed, found " "'],
    [
      '{ level: assumed, note: Guess., by: me }',
      '/by',
      'expected only level, note, url, found "by". Move it into the note.',
    ],
  ])('refuses %s', async (provenance, key, message) => {
    const [finding, ...others] = await lintSpec(RULE, operationWith(provenance));
    expect(finding?.message).toMatch(/^x-provenance: /);
    expect(finding?.message).toContain(message);
    expect(finding?.at).toBe(`openapi.yaml#/paths/~1shares/get/x-provenance${key}`);
    expect(others).toEqual([]);
  });

  test.each([
    '{ level: documented, url: "https://docs.example/page" }',
    '{ level: documented, url: "http://docs.example/page", note: Typing error there. }',
    '{ level: source, url: "https://code.example/file", note: Reads the field. }',
    '{ level: inferred, note: Seen in a sample. }',
    '{ level: assumed, note: Guess., url: "https://docs.example/page" }',
  ])('accepts %s', async (provenance) => {
    expect(await lintSpec(RULE, operationWith(provenance))).toEqual([]);
  });

  test('checks it on every kind of object', async () => {
    const wrong = 'x-provenance: { level: guessed, note: Guess. }';
    const spec = `
paths:
  /shares:
    get:
      x-provenance: ${GUESS}
      parameters: [{ name: page, in: query, ${wrong} }]
      responses:
        "200":
          ${wrong}
          headers: { Count: { ${wrong} } }
          content:
            text/plain:
              ${wrong}
              schema: { $ref: Text.yaml, ${wrong} }
              examples: { a: { ${wrong} } }
`;
    const files = { 'Text.yaml': `properties: { a: { ${wrong} } }` };
    const findings = await lintSpec(RULE, spec, files);
    const operation = 'openapi.yaml#/paths/~1shares/get';
    const media = `${operation}/responses/200/content/text~1plain`;
    expect(findings.map(({ at }) => at).sort()).toEqual(
      [
        `${operation}/parameters/0/x-provenance/level`,
        `${operation}/responses/200/x-provenance/level`,
        `${operation}/responses/200/headers/Count/x-provenance/level`,
        `${media}/x-provenance/level`,
        `${media}/schema/x-provenance/level`,
        `${media}/examples/a/x-provenance/level`,
        'Text.yaml#/properties/a/x-provenance/level',
      ].sort(),
    );
  });

  test('refuses an example without it', async () => {
    const files = { 'empty.yaml': 'value: ""' };
    const spec = examplesWith(
      '{ documented: {}, short: { value: a }, empty: { $ref: empty.yaml } }',
    );
    expect(await lintSpec(RULE, spec, files)).toEqual([
      {
        message:
          'Example "short": expected x-provenance, found none. Add it, or name the example "documented" if it is the provider\'s own.',
        at: 'openapi.yaml#/paths/~1shares/get/requestBody/content/text~1plain/examples/short',
      },
      { message: expect.stringContaining('Example "empty"'), at: 'empty.yaml#/' },
    ]);
  });

  test('accepts a documented example without it and any other with it', async () => {
    const files = { 'empty.yaml': `value: ""\nx-provenance: ${GUESS}` };
    const spec = examplesWith(
      '{ documented: {}, documented-long: {}, empty: { $ref: empty.yaml } }',
    );
    expect(await lintSpec(RULE, spec, files)).toEqual([]);
  });
});
