import { basename } from 'node:path';
import { Command } from 'commander';
import { sample } from 'openapi-sampler';
import { loadContract } from '../src/contract/load/load-contract.ts';
import { createSchemaResolver } from '../src/contract/model/resolve-schema.ts';
import { withCollections } from '../src/mock/collections/with-collections.ts';
import { createMock } from '../src/mock/create-mock.ts';
import { formatTable } from '../src/text/format-table.ts';
import { findCycles } from './collections/find-cycles.ts';
import { type JudgedCycle, judgeCycle } from './collections/judge-cycle.ts';
import { runProgram } from './run-program.ts';
import type { SampleSchema } from './specs/build-request.ts';
import { createIndependentCheck } from './specs/independent-check.ts';
import { findPublished } from './specs/published.ts';
import type { SpecDocument } from './specs/spec-document.ts';

interface Options {
  readonly only?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Ten documents that many know, of all kinds: REST, forms, envelopes, numbers and texts as keys, nested paths. */
const TEN = [
  ...['GitHub', 'Stripe', 'DigitalOcean', 'Gitea', 'NetBox', 'Asana', 'Okta 2.0', 'Galaxy'],
  ...['Train Travel', 'Petstore 2.0'],
];
/** Share of the collections that pass. */
const FLOOR = 0.9;

interface Result {
  readonly document: SpecDocument;
  readonly cycles: readonly JudgedCycle[];
}

const program = new Command('bench:collections')
  .description('Runs the whole life cycle of the collections of published OpenAPI documents.')
  .argument('[files...]', 'documents to take instead')
  .option('--only <name>', 'take the documents with this in their title alone')
  .option('--all', 'take all published documents')
  .option('--json', 'print each collection and its verdict as JSON')
  .action(async (files: string[], options: Options) => {
    process.exitCode = await run(files, options);
  });

await runProgram(program);

async function run(
  files: readonly string[],
  { only = '', all = false, json }: Options,
): Promise<number> {
  const published = files.length > 0 ? files.map(nameDocument) : await findPublished(only);
  const isWanted = ({ title }: SpecDocument) =>
    all || only !== '' || files.length > 0 || TEN.includes(title);
  const results: Result[] = [];
  for (const document of published.filter(isWanted)) {
    console.error(`judge ${document.title}`);
    results.push(await judgeDocument(document));
  }
  console.log(json ? JSON.stringify(results, null, 2) : report(results));
  return rateOf(results.flatMap(({ cycles }) => cycles)) < FLOOR ? 1 : 0;
}

function nameDocument(file: string): SpecDocument {
  return { title: basename(file).replace(/\.\w+$/, ''), file, source: file };
}

async function judgeDocument(document: SpecDocument): Promise<Result> {
  const contract = await loadContract(document.file, { onFlaws: () => {} });
  const resolve = createSchemaResolver(contract.document);
  const check = createIndependentCheck(contract.document, resolve);
  const given = {
    name: 'spec',
    mount: '',
    contract,
    isForeign: true,
    brokenAnswers: 'report' as const,
  };
  const mock = createMock({
    apis: [withCollections(given)],
    cors: false,
    sandboxes: { scenario: 'empty', journalSize: 1 },
  });
  const court = { fetch: mock.fetch, check, resolve, sample: createSample(contract.document) };
  const cycles: JudgedCycle[] = [];
  for (const cycle of findCycles(contract)) cycles.push(await judgeCycle(cycle, court));
  await mock.close();
  return { document, cycles };
}

/** Makes a valid value of a schema, first with all its members: what is not sent can neither be shown nor be a key. */
function createSample(document: object): SampleSchema {
  const options = { skipReadOnly: true, quiet: true, enablePatterns: true };
  return ({ pointer, schema }, extent = 'required') => {
    if (typeof schema === 'boolean') return undefined;
    const skipNonRequired = extent === 'all';
    try {
      return sample({ $ref: `#${encodeURI(pointer)}` }, { ...options, skipNonRequired }, document);
    } catch {
      // Such as a schema without end.
      return undefined;
    }
  };
}

function report(results: readonly Result[]): string {
  const rows = [
    ...results,
    { document: { title: 'all' }, cycles: results.flatMap(({ cycles }) => cycles) },
  ];
  const table = formatTable(
    ['document', 'collections', 'pass', 'fail', 'unsure', 'rate'],
    rows.map(({ document, cycles }) => [
      document.title,
      `${cycles.length}`,
      ...(['pass', 'fail', 'unsure'] as const).map((verdict) => `${count(cycles, verdict)}`),
      `${Math.floor(rateOf(cycles) * 100)} %`,
    ]),
    (column) => column === 0,
  );
  const failures = results.flatMap(({ document, cycles }) =>
    cycles
      .filter(({ verdict }) => verdict !== 'pass')
      .map(({ path, verdict, reason }) => `${document.title} ${path}: ${verdict}: ${reason}`),
  );
  return [table, ...failures].join('\n');
}

/** Share of the collections that pass, of those that could be asked for. */
function rateOf(cycles: readonly JudgedCycle[]): number {
  const judged = cycles.length - count(cycles, 'unsure');
  return judged === 0 ? 1 : count(cycles, 'pass') / judged;
}

function count(cycles: readonly JudgedCycle[], wanted: JudgedCycle['verdict']): number {
  return cycles.filter(({ verdict }) => verdict === wanted).length;
}
