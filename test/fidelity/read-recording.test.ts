import { describe, expect, test } from 'vitest';
import { readHar } from '../../src/fidelity/read-har.ts';
import { readHistory } from '../../src/fidelity/read-history.ts';
import { readRecording } from '../../src/fidelity/read-recording.ts';
import { writeFiles } from '../support/write-files.ts';

const ABOUT = 'server: A 1.0\ndate: "2026-01-01"\napi: crego\n';
const LINE = '{"method":"GET","path":"/a","answer":{"status":200,"body":{}}}';

const unknown = async () => {
  throw new Error('Nobody asked for it.');
};

describe('readRecording', () => {
  test('reads histories with what they are of, and the rows that they start from', async () => {
    await using written = await writeFiles({
      'recording.yaml': `${ABOUT}state: {users: state.users.jsonl}\n`,
      'state.users.jsonl': '{"id":"a"}\n',
      'one.jsonl': `${LINE}\n\n{"state":{"table":"users","key":"a"}}\n`,
    });
    const { about, state, histories } = await readRecording(written.folder, unknown);
    expect([about.api, state]).toEqual(['crego', { users: [{ id: 'a' }] }]);
    expect(histories.map(({ name, steps }) => [name, steps.map(({ kind }) => kind)])).toEqual([
      ['one', ['exchange', 'state']],
    ]);
  });

  test.each<[what: string, files: Record<string, string>, message: RegExp]>([
    ['no recordings', { 'recording.yaml': ABOUT }, /expected recordings, files that end in/],
    [
      'no JSON',
      { 'recording.yaml': ABOUT, 'a.jsonl': `${LINE}\n{` },
      /a\.jsonl:2: expected one JSON object per line/,
    ],
    [
      'another line',
      { 'recording.yaml': ABOUT, 'a.jsonl': '{"method":"GET"}' },
      /a\.jsonl:1: "path" is not as expected/,
    ],
    [
      'an unknown setting',
      { 'recording.yaml': `${ABOUT}aip: x\n`, 'a.jsonl': LINE },
      /recording\.yaml: .*aip/s,
    ],
    [
      'a HAR that is none',
      { 'recording.yaml': ABOUT, 'a.har': '{}' },
      /a\.har: expected a HAR file/,
    ],
    [
      'a row that is none',
      {
        'recording.yaml': `${ABOUT}state: {t: r.jsonl.txt}\n`,
        'a.jsonl': LINE,
        'r.jsonl.txt': '1',
      },
      /r\.jsonl\.txt:1: expected a row/,
    ],
  ])('refuses %s', async (_what, files, message) => {
    await using written = await writeFiles(files);
    await expect(readRecording(written.folder, unknown)).rejects.toThrow(message);
  });

  test('refuses a folder that is not there', async () => {
    await expect(readRecording('/no/such/folder', unknown)).rejects.toThrow(
      /expected a folder with recordings/,
    );
  });
});

describe('readHistory', () => {
  const sent = (path: string, sentTarget: string, body: unknown) =>
    JSON.stringify({ method: 'POST', path, sentTarget, body, answer: { status: 200, body: {} } });

  test('finds what names stood for in the targets, and puts it into bodies', () => {
    const lines = [
      sent('/s/<<one>>/<<two>>?x=<<%three>>', '/api/s/1/2?x=a%20b', { a: ['<<one>>-<<three>>'] }),
      sent('/s', '/api/s', { a: '<<four>>' }),
    ];
    const { steps } = readHistory('x.jsonl', lines.join('\n'));
    expect(steps.map((step) => step.kind === 'exchange' && [step.target, step.body])).toEqual([
      ['/api/s/1/2?x=a%20b', { a: ['1-a b'] }],
      ['/api/s', { a: '<<four>>' }],
    ]);
  });

  test('leaves out a name whose value moves', () => {
    const lines = [sent('/s/<<n>>', '/s/1', '<<n>>'), sent('/s/<<n>>', '/s/2', '<<n>>')];
    const { steps } = readHistory('x.jsonl', lines.join('\n'));
    expect(steps.map((step) => step.kind === 'exchange' && step.body)).toEqual(['<<n>>', '<<n>>']);
  });
});

describe('readHar', () => {
  test('reads requests without the headers of their connection, and answers', () => {
    const entry = {
      startedDateTime: '2026-01-01T00:00:00Z',
      request: {
        method: 'POST',
        url: 'https://api.example.com/v1/a?b=c',
        headers: [
          { name: 'Host', value: 'api.example.com' },
          { name: 'X-Key', value: 'k' },
          { name: 'Content-Type', value: 'application/json' },
        ],
        postData: { text: '{"a":1}' },
      },
      response: {
        status: 201,
        headers: [
          { name: 'Location', value: '/v1/a/1' },
          { name: 'Date', value: 'x' },
        ],
        content: { mimeType: 'application/json', encoding: 'base64', text: 'eyJpZCI6MX0=' },
      },
    };
    const { steps } = readHar('x.har', JSON.stringify({ log: { entries: [entry] } }));
    expect(steps).toMatchObject([
      {
        method: 'POST',
        target: '/v1/a?b=c',
        headers: [
          ['X-Key', 'k'],
          ['Content-Type', 'application/json'],
        ],
        body: { a: 1 },
        answer: { status: 201, headers: { location: '/v1/a/1' }, body: { id: 1 } },
      },
    ]);
  });
});
