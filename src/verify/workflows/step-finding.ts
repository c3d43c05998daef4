import { stripVTControlCharacters } from 'node:util';
import type { Contract } from '../../contract/model/contract.ts';
import { isJsonObject, unescapeToken } from '../../contract/model/json-cursor.ts';
import { bodyFormat } from '../../contract/model/media-type.ts';
import { maskBody } from '../../contract/secrets/mask-body.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { maskText } from '../../contract/secrets/mask-text.ts';
import { type SecretContext, secretContextOf } from '../../contract/secrets/secret-context.ts';
import { isSecretAnywhere } from '../../contract/secrets/secret-name.ts';
import { MASK } from '../../contract/secrets/secret-shape.ts';
import { formatCurl } from '../../text/format-curl.ts';
import type { Finding } from '../model/finding.ts';
import type { LostRequest } from './open-gateway.ts';
import type { RespectCheck, RespectStep } from './respect-report.ts';

/** Writes a step that failed as a finding; `lost` is the request that it got no answer to. */
export function toFinding(
  step: RespectStep,
  lost: LostRequest | undefined,
  contract: Contract | undefined,
): Finding {
  const context = secretContextOf(contract);
  const where = `workflow ${step.workflowId}, step ${step.stepId}`;
  const failed = step.checks.filter(({ passed }) => !passed);
  const [first] = failed.filter(({ severity }) => severity === 'error').concat(failed);
  const { expected, found } = describe(first, step, lost?.error);
  return {
    kind: 'step-failed',
    severity: step.status === 'warn' ? 'warning' : 'error',
    where,
    expected: maskText(expected, context),
    found: maskText(found, context),
    reproduce: writeCurl(step, lost?.url, context),
    cause: `step-failed ${where} ${first?.condition ?? first?.name ?? ''}`,
  };
}

function describe(
  check: RespectCheck | undefined,
  { response }: RespectStep,
  failure: unknown,
): { readonly expected: string; readonly found: string } {
  if (failure instanceof Error) return { expected: 'an answer', found: shorten(failure.message) };
  const { condition, name = 'success', message = '' } = check ?? {};
  const told = shorten(message);
  const found = [
    response === undefined || response.statusCode === 0
      ? 'no answer'
      : `status ${response.statusCode}`,
    ...listFound(condition ?? '', response?.body),
    // It says no more than the condition.
    ...(told === '' || /^Checking \w+ criteria/.test(told) ? [] : [told]),
  ];
  return { expected: condition ?? name, found: found.join(', ') };
}

/** Values that a condition looks at, https://spec.openapis.org/arazzo/latest.html#runtime-expressions. */
function listFound(condition: string, body: unknown): string[] {
  const pointers = [...condition.matchAll(/\$response\.body#(\/[^\s,)]*)/g)];
  return pointers.map(([, pointer = '']) => {
    const found = JSON.stringify(readAt(body, pointer));
    return `${pointer} is ${found === undefined ? 'not there' : shorten(found)}`;
  });
}

/** Value at a JSON Pointer, or that of a secret as it is reported. */
function readAt(body: unknown, pointer: string): unknown {
  const names = pointer.slice(1).split('/').map(unescapeToken);
  if (isSecretAnywhere(names.at(-1) ?? '')) return MASK;
  return names.reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)];
    return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, body);
}

/** One line without colours and full stop. */
function shorten(text: string): string {
  const line = stripVTControlCharacters(text).replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > 500 ? `${line.slice(0, 499)}…` : line;
}

function writeCurl(
  { request }: RespectStep,
  lostUrl: string | undefined,
  context: SecretContext,
): string[] {
  const url = lostUrl ?? request?.url ?? '';
  if (request === undefined || url === '') return [];
  const { method, headers, body } = request;
  const type = String(headers['content-type'] ?? '');
  const text = writeBody(body, type);
  return [
    formatCurl({
      method: method.toUpperCase(),
      url: maskUrl(url, context),
      headers: Object.entries(headers).map(([name, value]) => [
        name,
        maskHeader(name, String(value), context),
      ]),
      body: text && maskBody(text, type, context),
    }),
  ];
}

/** Forms are reported as objects. */
function writeBody(body: unknown, type: string): string | undefined {
  if (typeof body === 'string' || body === undefined) return body;
  if (!isJsonObject(body) || bodyFormat(type) !== 'form') return JSON.stringify(body);
  const pairs = Object.entries(body).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}

function maskUrl(url: string, { contract }: SecretContext): string {
  const parsed = URL.parse(url);
  if (parsed === null) return MASK;
  const target = parsed.pathname + parsed.search;
  return (
    parsed.origin + maskTarget({ target, contract, operation: undefined, pathValues: undefined })
  );
}

/** Keeps the scheme of credentials, https://www.rfc-editor.org/rfc/rfc9110#section-11.4. */
function maskHeader(name: string, value: string, context: SecretContext): string {
  if (/^(?:proxy-)?authorization$/i.test(name))
    return value.replace(/^([\w-]+ )?.*$/s, `$1${MASK}`);
  return /cookie/i.test(name) || context.isSecret(name) ? MASK : maskText(value, context);
}
