import type { Contract } from '../../contract/model/contract.ts';
import { isJsonObject, jump } from '../../contract/model/json-cursor.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { Exchange } from '../exchange.ts';
import type { SeenCause } from './cause.ts';
import type { DocumentEdit } from './document-edit.ts';
import type { Finding } from './finding.ts';
import type { Dialect } from './infer-schema.ts';
import { type Widening, widenKeyword } from './widen-keyword.ts';
import {
  readSent,
  type SentBody,
  writeContent,
  writeOperation,
  writeParameter,
  writeResponse,
} from './write-messages.ts';

/** Finds the smallest change of a contract that admits all that was found of a cause; `undefined` where there is none. */
export function widenContract(
  contract: Contract,
  { cause, findings }: SeenCause,
  dialect: Dialect,
): Widening | undefined {
  const set = (at: string, path: readonly string[], key: string, value: unknown): DocumentEdit => ({
    at,
    path,
    change: { kind: 'set', key, value },
  });
  const isOld = dialect === '2.0';
  switch (cause.kind) {
    case 'keyword':
      return widenKeyword(cause, listValues(findings), dialect);
    case 'required': {
      const change = { kind: 'remove', key: 'required' } as const;
      return { words: 'drop required', edits: [{ at: cause.pointer, path: [], change }] };
    }
    case 'security':
      return widenSecurity(contract, cause.pointer);
    case 'status': {
      const { pointer, status } = cause;
      const response = writeResponse(status, findings.flatMap(readBody), dialect);
      const edits = [set(pointer, ['responses'], String(status), response)];
      return { words: `add response ${status}`, edits };
    }
    case 'content': {
      const { pointer, type } = cause;
      const media = writeContent(findings.flatMap(readBody), dialect)?.[type] ?? {};
      if (isOld) return undefined;
      return { words: `add ${type}`, edits: [set(pointer, ['content'], type, media)] };
    }
    case 'body': {
      const content = writeContent(findings.flatMap(readBody), dialect);
      if (content === undefined || isOld) return undefined;
      const edits = [set(cause.pointer, [], 'requestBody', { content })];
      return { words: 'add a request body', edits };
    }
    case 'parameter': {
      const { pointer, name } = cause;
      const queries = findings.map(({ exchange }) => exchange.query);
      const values = [writeParameter(name, queries, dialect)];
      const change = { kind: 'append', values } as const;
      return {
        words: `add query parameter "${name}"`,
        edits: [{ at: pointer, path: ['parameters'], change }],
      };
    }
    case 'operation': {
      if (isOld) return undefined;
      const { template, method } = cause;
      const exchanges = findings.map(({ exchange }) => exchange);
      const written = writeOperation(method, template, exchanges, dialect);
      const isOpen = isSecured(contract) && exchanges.some((one) => !hasCredentials(one, contract));
      const operation = isOpen ? { ...written, security: [] } : written;
      const item = findItem(contract, template);
      const edit =
        item === undefined
          ? set('', ['paths', template], method, operation)
          : set(item, [], method, operation);
      return { words: `add ${method.toUpperCase()} ${template}`, edits: [edit] };
    }
  }
}

function widenSecurity(contract: Contract, at: string): Widening {
  const { node } = jump(contract.document, `#${at.split('/').map(encodeURIComponent).join('/')}`);
  const words = 'allow requests without credentials';
  if (isJsonObject(node) && Array.isArray(node.security)) {
    return { words, edits: [{ at, path: ['security'], change: { kind: 'append', values: [{}] } }] };
  }
  const { security } = contract.document;
  const value = [...(Array.isArray(security) ? security : []), {}];
  return { words, edits: [{ at, path: [], change: { kind: 'set', key: 'security', value } }] };
}

/** Different values that were found, plain ones as JSON has them. */
function listValues(findings: readonly Finding[]): unknown[] {
  const values = findings.flatMap((finding) =>
    finding.kind === 'violation' && 'found' in finding.violation
      ? [toPlain(finding.violation.found)]
      : [],
  );
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Body that a finding is about, as far as it could be read. */
function readBody(finding: Finding): SentBody[] {
  if (finding.kind !== 'violation') return [];
  const { of, exchange, checked } = finding;
  const { type } = readSent(of === 'request' ? exchange.request : exchange.response);
  return [
    { type, value: toPlainBody((of === 'request' ? checked.request : checked.response).value) },
  ];
}

function toPlainBody(value: unknown): unknown {
  return value instanceof Uint8Array ? value : toPlain(value);
}

function isSecured({ document: { security } }: Contract): boolean {
  return Array.isArray(security) && security.length > 0;
}

function hasCredentials({ request, query }: Exchange, contract: Contract): boolean {
  const { isSecret } = secretContextOf(contract);
  const names = [...new URLSearchParams(query).keys(), ...request.headers.map(([name]) => name)];
  return names.some((name) => isSecret(name) || /^cookie$/i.test(name));
}

/** Pointer to the item of a path, which may be in a file of its own. */
function findItem({ operations }: Contract, template: string): string | undefined {
  const known = operations.find(({ path }) => path === template);
  return known?.pointer.slice(0, known.pointer.lastIndexOf('/'));
}
