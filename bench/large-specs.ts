import { basename } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { runProgram } from './run-program.ts';
import { findLargeDocuments, type LargeDocument } from './specs/large-documents.ts';
import { type DocumentResult, measureDocument } from './specs/measure-document.ts';
import { listProblems, reportDocuments } from './specs/report-documents.ts';

interface Options {
  readonly requests: number;
  readonly json?: boolean;
}

const program = new Command('bench:specs')
  .description('Serves the largest OpenAPI documents in npm packages, and sends requests for them.')
  .argument('[files...]', 'JSON documents to serve instead')
  .option('--requests <number>', 'operations to ask for, of each document', readCount, 200)
  .option('--json', 'print every answer as JSON')
  .action(async (files: string[], options: Options) => {
    process.exitCode = await run(files, options);
  });

await runProgram(program);

async function run(files: readonly string[], { requests, json }: Options): Promise<number> {
  const documents = files.length > 0 ? files.map(nameDocument) : await findLargeDocuments();
  const results: DocumentResult[] = [];
  for (const document of documents) {
    console.error(`serve ${document.title}`);
    results.push(await measureDocument(document, requests));
  }
  console.log(json ? JSON.stringify(results, null, 2) : reportDocuments(results));
  return results.flatMap(listProblems).length > 0 ? 1 : 0;
}

function nameDocument(file: string): LargeDocument {
  return { title: basename(file, '.json'), file, source: file };
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number of operations >= 1.');
}
