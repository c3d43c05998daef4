import { describe, expect, test } from 'vitest';
import { loadProjectApi } from '../../src/apis/load-project.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { readProject } from '../../src/project/read-project.ts';
import { verify } from '../../src/verify/index.ts';
import type { VerifyReport } from '../../src/verify/model/report.ts';
import { processRuns } from '../support/property-runs.ts';
import { CREGO_TOKEN, startCrego } from './servers/crego-forty.ts';
import { DEFECT_NAMES } from './servers/defects.ts';
import { NAMED_BY } from './servers/named-by.ts';
import { TOKEN } from './servers/rules.ts';
import { startServer } from './servers/start-server.ts';

const links = await loadContract('test/verify/servers/links.yaml');
const { apis } = await readProject('redocly.yaml');

describe('verify', () => {
  test.each(DEFECT_NAMES)('names a server that %s', async (defect) => {
    await using server = await startServer(defect);
    const report = await verify({
      contract: links,
      url: server.url,
      headers: { Authorization: `Bearer ${TOKEN}` },
      write: true,
    });
    expect(kindsOf(report)).toEqual(
      expect.arrayContaining([expect.toSatisfy((kind) => NAMED_BY[defect].includes(kind))]),
    );
  });

  test('has nothing against the right server, whatever the seed', async () => {
    for (let seed = 1; seed <= processRuns(5, 100); seed += 1) {
      await using server = await startServer();
      const report = await verify({
        contract: links,
        url: server.url,
        headers: { Authorization: `Bearer ${TOKEN}` },
        write: true,
        seed,
      });
      expect(report.findings).toEqual([]);
      expect(report.notes).toEqual([]);
    }
  });

  test('changes nothing unless it may', async () => {
    await using server = await startServer();
    const methods = new Set<string>();
    const report = await verify({
      contract: links,
      url: server.url,
      fetch: (request) => {
        methods.add(request.method);
        return fetch(request);
      },
      headers: { Authorization: `Bearer ${TOKEN}` },
    });
    expect(report.findings).toEqual([]);
    expect([...methods]).toEqual(['GET']);
    const skipped = report.operations.filter(({ state }) => state === 'skipped');
    expect(skipped.map(({ id }) => id)).toEqual(
      links.operations.filter(({ method }) => method !== 'get').map(({ id }) => id),
    );
  });

  test.each(['crego', 'cloudreve', 'craftkit', 'zoho-writer'])(
    'has nothing against the mock of %s',
    async (name) => {
      const found = apis.find((api) => api.name === name);
      if (found === undefined) throw new Error(`expected ${name} in the project, found none`);
      const api = await loadProjectApi(found, loadContract);
      const mock = createMock({
        apis: [{ ...api, site: '', mount: api.contract.basePath }],
        settings: { credentials: new Set(['good-secret']), strictAuth: true, closedWorld: false },
      });
      const schemes = api.contract.operations.flatMap(({ security }) => security.flat());
      const report = await verify({
        contract: api.contract,
        fetch: mock.fetch,
        credentials: Object.fromEntries(schemes.map((scheme) => [scheme.name, 'good-secret'])),
        write: true,
      });
      expect(report.findings.filter(({ finding }) => finding.severity === 'error')).toEqual([]);
      expect(report.operations.filter(({ state }) => state !== 'met')).toEqual([]);
    },
  );

  test('names all four defects of a server of a new user, and what it does not have', async () => {
    await using server = await startCrego();
    const report = await verify({
      contract: 'openapi/crego/openapi.yaml',
      url: server.url,
      write: true,
    });
    expect(
      report.findings
        .filter(({ finding }) => finding.severity === 'error')
        .map(({ finding: { kind, operation, where } }) => [kind, operation?.id, where].join(' ')),
    ).toEqual([
      'undocumented-status createShare answer status',
      'answer-breaks-schema listShares answer 200 body /count',
      'open-without-credentials listShares credentials',
      'open-without-credentials createShare credentials',
      'accepted-forbidden createShare body',
    ]);
    expect(report.operations.filter(({ state }) => state === 'absent').map(({ id }) => id)).toEqual(
      ['getShare', 'updateShare', 'deleteShare', 'previewShare'],
    );
  });

  test('has nothing against that server once it is right', async () => {
    await using server = await startCrego({ isRight: true });
    const report = await verify({
      contract: 'openapi/crego/openapi.yaml',
      url: server.url,
      headers: { Authorization: `Bearer ${CREGO_TOKEN}` },
      write: true,
    });
    // It reads a body whatever its media type is said to be, as many do.
    expect(report.findings.map(({ finding: { severity, where } }) => [severity, where])).toEqual([
      ['warning', 'header content-type'],
    ]);
  });
});

function kindsOf({ findings }: VerifyReport): string[] {
  return findings.map(({ finding: { kind } }) => kind);
}
