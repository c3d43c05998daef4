import { describe, expect, test } from 'vitest';
import { verify } from '../../../src/verify/index.ts';
import { listGaps } from '../../../src/verify/report/list-gaps.ts';
import { contractOf } from '../../support/test-contract.ts';

const responses = { 200: { description: 'Done.' }, 409: { description: 'Not now.' } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'a' };
const kind = { name: 'kind', in: 'query', schema: { enum: ['big'] } };
const contract = contractOf({
  paths: {
    '/jobs': { delete: { operationId: 'clearJobs', responses } },
    '/jobs/{id}': { delete: { operationId: 'cancelJob', parameters: [id], responses } },
    '/jobs/{id}/run': { post: { operationId: 'runJob', parameters: [id, kind], responses } },
  },
});

async function run(answer: (request: Request) => Response) {
  const sent: string[] = [];
  const report = await verify({
    contract,
    write: true,
    fetch: (request) => {
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
      return answer(request);
    },
  });
  return { report, sent };
}

describe('a run', () => {
  test('asks for removals last, and at the very end for those of several things', async () => {
    const { report, sent } = await run(() => new Response());
    const first = (request: string) => sent.indexOf(request);
    expect(first('DELETE /jobs/a')).toBeGreaterThan(sent.lastIndexOf('POST /jobs/a/run'));
    expect(first('DELETE /jobs')).toBeGreaterThan(sent.lastIndexOf('DELETE /jobs/a'));
    expect(report.operations.map(({ id: name }) => name)).toEqual([
      'clearJobs',
      'cancelJob',
      'runJob',
    ]);
  });

  test('says of which operation no refusal is proved, as even its least request is refused', async () => {
    const { report } = await run(({ method }) =>
      method === 'POST' ? new Response(null, { status: 409 }) : new Response(),
    );
    expect(report.operations.find(({ id: name }) => name === 'runJob')).toMatchObject({
      state: 'met',
      reason: 'even its least request is refused, with 409; give what exists with --set id=…',
      constraints: { missed: [expect.stringContaining('enum')] },
    });
    expect(listGaps(report)).toContain(
      'No refusal is proved (even its least request is refused, with 409; give what exists with --set id=…): runJob.',
    );
  });
});
