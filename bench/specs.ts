import { basename } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { sample } from 'openapi-sampler';
import { runProgram } from './run-program.ts';
import type { SampleSchema } from './specs/build-request.ts';
import { listMissedFloors } from './specs/floors.ts';
import { type DocumentResult, measureDocument } from './specs/measure-document.ts';
import { findPublished, TITLES } from './specs/published.ts';
import { reportDocuments } from './specs/report-documents.ts';
import type { SpecDocument } from './specs/spec-document.ts';

interface Options {
  readonly only?: string;
  readonly requests: number;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** The checks beside serving begin a second after the start. */
const SETTLE_MS = 1100;

const program = new Command('bench:specs')
  .description('Serves published OpenAPI documents, sends valid requests, and checks the answers.')
  .argument('[files...]', 'documents to serve instead')
  .option('--only <name>', 'serve the documents with this in their title alone')
  .option('--requests <number>', 'operations to ask for, of each document', readCount, 200)
  .option('--all', 'ask for all operations')
  .option('--json', 'print every answer as JSON')
  .action(async (files: string[], options: Options) => {
    process.exitCode = await run(files, options);
  });

await runProgram(program);

async function run(files: readonly string[], options: Options): Promise<number> {
  const { only = '', requests, all, json } = options;
  const most = all ? undefined : requests;
  const results: DocumentResult[] = [];
  for (const document of await chooseDocuments(files, only)) {
    console.error(`serve ${document.title}`);
    results.push(await measureDocument(document, { most, createSample, settleMs: SETTLE_MS }));
  }
  console.log(json ? JSON.stringify(results, null, 2) : reportDocuments(results));
  return listMissedFloors(results).length > 0 ? 1 : 0;
}

async function chooseDocuments(files: readonly string[], only: string): Promise<SpecDocument[]> {
  const documents = files.length > 0 ? files.map(nameDocument) : await findPublished(only);
  if (documents.length > 0) return documents;
  return program.error(`Unknown document "${only}". Known: ${TITLES.join(', ')}.`);
}

function nameDocument(file: string): SpecDocument {
  return { title: basename(file).replace(/\.\w+$/, ''), file, source: file };
}

/** Makes a valid value of a schema, the smallest unless all is wanted; nothing for a schema that allows anything. */
function createSample(document: object): SampleSchema {
  const options = { skipReadOnly: true, quiet: true, enablePatterns: true };
  return ({ pointer, schema }, extent = 'required') => {
    if (typeof schema === 'boolean') return undefined;
    const skipNonRequired = extent === 'required';
    try {
      return sample({ $ref: `#${encodeURI(pointer)}` }, { ...options, skipNonRequired }, document);
    } catch {
      // Such as a schema without end: a request without the value is doubtful.
      return undefined;
    }
  };
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number of operations >= 1.');
}
