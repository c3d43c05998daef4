import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import {
  createMock,
  type Listener,
  type Mock,
  type MockApi,
} from '../../../src/mock/create-mock.ts';
import { type StartedProcess, startProcess } from '../../support/start-process.ts';
import type { Difference } from './difference.ts';
import { type Answer, send } from './exchange.ts';
import { readExchange, readExchanges } from './read-exchange.ts';
import { DIFFERENT_SETTINGS, EQUAL_SETTINGS } from './settings.ts';
import { DIFFERENT_2_0, EQUAL_2_0 } from './shop-2.0.ts';
import { EQUAL_3_0 } from './shop-3.0.ts';
import { DIFFERENT_3_0 } from './shop-3.0-differences.ts';
import { DIFFERENT_POSTMAN, EQUAL_POSTMAN } from './shop-postman.ts';

const PRISM = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

interface Subject {
  readonly title: string;
  readonly file: string;
  /** Options of the Prism command line, and what they are called here. */
  readonly options: string[];
  readonly api: Partial<MockApi>;
  readonly equal: string;
  readonly different: readonly Difference[];
}

const subjects: Subject[] = [
  {
    title: 'OpenAPI 3.0',
    file: 'test/support/foreign/shop-3.0.yaml',
    options: [],
    api: { brokenAnswers: 'report' },
    equal: EQUAL_3_0,
    different: DIFFERENT_3_0,
  },
  {
    title: 'Swagger 2.0',
    file: 'test/support/foreign/shop-2.0.yaml',
    options: [],
    api: { brokenAnswers: 'report' },
    equal: EQUAL_2_0,
    different: DIFFERENT_2_0,
  },
  {
    title: 'Postman',
    file: 'test/support/foreign/shop.postman.json',
    options: [],
    api: { brokenAnswers: 'report' },
    equal: EQUAL_POSTMAN,
    different: DIFFERENT_POSTMAN,
  },
  {
    title: 'OpenAPI 3.0 with --errors --ignore-examples',
    file: 'test/support/foreign/shop-3.0.yaml',
    options: ['--errors', '--ignore-examples'],
    api: { brokenAnswers: 'refuse', answers: { ignoreExamples: true } },
    equal: EQUAL_SETTINGS,
    different: DIFFERENT_SETTINGS,
  },
];

describe.concurrent.each(subjects)('$title', ({ file, options, api, equal, different }) => {
  let prism: Promise<StartedProcess>;
  let mock: Mock;
  let ours: Listener;
  beforeAll(async () => {
    const args = ['mock', '-h', '127.0.0.1', '-p', '0', ...options, file];
    prism = startProcess(PRISM, args, /listening on (http\S+)/);
    const contract = await loadContract(file);
    mock = createMock({ apis: [{ name: 'shop', mount: '', contract, ...api }] });
    ours = await mock.listen();
    await prism;
  });
  // A process that came up too late for the hook above is ended as well.
  afterAll(async () => {
    await Promise.all([mock.close(), prism.then(({ stop }) => stop())]);
  });

  async function askBoth(request: string): Promise<[ours: Answer, prism: Answer]> {
    const exchange = readExchange(request);
    const { match: origin } = await prism;
    return Promise.all([send(ours.url, exchange), send(origin, exchange)]);
  }

  test.each(readExchanges(equal))('is answered as by Prism: %s', async (request) => {
    const [own, peer] = await askBoth(request);
    expect(own).toEqual(peer);
  });

  test.each(different)('is answered otherwise: $request ($why)', async (difference) => {
    const [own, peer] = await askBoth(difference.request);
    expect(own).toEqual({ ...own, ...difference.ours });
    expect(own).not.toEqual(peer);
  });
});
