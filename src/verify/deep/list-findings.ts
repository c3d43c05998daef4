import type { Contract } from '../../contract/model/contract.ts';
import { maskBody } from '../../contract/secrets/mask-body.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { maskText } from '../../contract/secrets/mask-text.ts';
import { type SecretContext, secretContextOf } from '../../contract/secrets/secret-context.ts';
import { MASK } from '../../contract/secrets/secret-shape.ts';
import { formatCurl } from '../../text/format-curl.ts';
import type { Finding, FoundOperation } from '../model/finding.ts';
import { type CheckKind, kindOf } from './check-kinds.ts';
import type { Recorder } from './read-events.ts';

type Check = Recorder['checks'][string][number];
type Failure = NonNullable<Check['failure_info']>['failure'];

/** What Schemathesis found in one scenario. */
export interface DeepFindings {
  readonly findings: readonly Finding[];
  /** Failures that are none of the kinds of findings, in sentences. */
  readonly notes: readonly string[];
}

/** Lists the failed checks of a scenario, each with all requests that lead to it. */
export function listFindings(recorder: Recorder, contract: Contract | undefined): DeepFindings {
  const context = secretContextOf(contract);
  const failed = Object.entries(recorder.checks).flatMap(([id, checks]) =>
    checks.flatMap(({ name, failure_info }) =>
      failure_info ? [{ id, kind: kindOf(name, failure_info.failure.type), ...failure_info }] : [],
    ),
  );
  return {
    findings: failed.flatMap(({ id, kind, failure }) => {
      if (kind === undefined) return [];
      const status = recorder.interactions[id]?.response?.status_code;
      const operation = findOperation(failure.operation, contract);
      const where = whereOf(failure);
      const { expected, found } = describe(failure, kind, status);
      return [
        {
          kind: kind.kind,
          severity: kind.severity,
          operation,
          where,
          expected: maskText(expected, context),
          found: maskText(found, context),
          reproduce: chainOf(id, recorder).flatMap((one) => writeCurl(one, recorder, context)),
          cause: `${kind.kind} ${failure.operation} ${where} ${failure.type} ${expected}`,
        },
      ];
    }),
    notes: failed
      .filter(({ kind }) => kind === undefined)
      .map(({ failure: { operation, title } }) => `Schemathesis says of ${operation}: ${title}.`),
  };
}

function findOperation(label: string, contract: Contract | undefined): FoundOperation {
  const [name = '', path = ''] = label.split(' ');
  const method = name.toLowerCase();
  const known = contract?.operations.find((one) => one.method === method && one.path === path);
  return { id: known?.id ?? label, method, path };
}

function whereOf({ type, message }: Failure): string {
  if (type === 'MissingHeaders') {
    const [, header] = /^- `([^`]+)`/m.exec(message) ?? [];
    return header === undefined ? 'answer headers' : `answer header ${header}`;
  }
  if (type !== 'JsonSchemaError') return '';
  const [, pointer = ''] = /^Schema at (\/\S*):$/m.exec(message) ?? [];
  return `answer body ${pointer.replaceAll('/properties/', '/')}`.trim();
}

function describe(
  { type, message, title }: Failure,
  kind: CheckKind,
  status: number | undefined,
): { readonly expected: string; readonly found: string } {
  if (type === 'UndefinedStatusCode') {
    const [, found = String(status)] = /^Received: (.*)$/m.exec(message) ?? [];
    const [, expected = kind.expected] = /^Documented: (.*)$/m.exec(message) ?? [];
    return { expected: `status ${expected}`, found: `status ${found}` };
  }
  const [first = ''] = message.split('\n');
  const told = (first || title).replace(/[.:]$/, '');
  const found = status === undefined ? told : `status ${status}: ${told}`;
  return { expected: kind.expected, found };
}

/** Ids of the cases that lead to one, the first one first. */
function chainOf(id: string, { cases }: Recorder): string[] {
  const chain = new Set<string>();
  let at: string | null | undefined = id;
  // A report of another's making may go in circles.
  while (typeof at === 'string' && !chain.has(at)) {
    chain.add(at);
    at = cases[at]?.parent_id;
  }
  return [...chain].reverse();
}

function writeCurl(id: string, { interactions }: Recorder, context: SecretContext): string[] {
  const request = interactions[id]?.request;
  const url = URL.parse(request?.uri ?? '');
  if (request === undefined || url === null) return [];
  const headers = Object.entries(request.headers);
  const [type = ''] = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? [];
  const target = maskTarget({
    target: url.pathname + url.search,
    contract: context.contract,
    operation: undefined,
    pathValues: undefined,
  });
  const body = request.body && Buffer.from(request.body.$base64, 'base64').toString();
  return [
    formatCurl({
      method: request.method,
      url: url.origin + target,
      headers: headers.map(([name, values]) => [
        name,
        maskHeader(name, values.join(', '), context),
      ]),
      body: body ? maskBody(body, type, context) : undefined,
    }),
  ];
}

/** Schemathesis has put a word of its own in the place of those that it takes for secrets. */
function maskHeader(name: string, value: string, context: SecretContext): string {
  if (
    value.includes('[Filtered]') ||
    /authorization|cookie/i.test(name) ||
    context.isSecret(name)
  ) {
    return MASK;
  }
  return maskText(value, context);
}
