import type { Contract } from '../contract/model/contract.ts';
import { children, descend, openDocument, text } from '../contract/model/json-cursor.ts';
import type { ImportExtension } from './find-import-extension.ts';
import { writeComment } from './write-code.ts';

/** Generates a typed client of a contract, beside its types, and its operations, which are imported by that extension: `createClient`. */
export function generateClient(contract: Contract, extension: ImportExtension): string {
  return [
    writeImports(extension),
    `${writeComment([`Typed client of ${contract.title}.`])}export type ApiClient = Client<paths, typeof operations>;\n`,
    `${writeComment([`Creates a typed client of ${contract.title}.`, ...describeServers(contract)])}export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operations>(operations, options);
}
`,
  ].join('\n');
}

function describeServers({ document }: Contract): string[] {
  const servers = children(descend(openDocument(document), 'servers')).flatMap(([, server]) => {
    const url = text(server, 'url');
    return url === undefined ? [] : [`\`${url}\``];
  });
  return servers.length === 0 ? [] : ['', `Servers of the contract: ${servers.join(', ')}.`];
}

function writeImports(extension: ImportExtension): string {
  return `import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import * as operations from './operations${extension}';
import type { paths } from './types.js';
`;
}
