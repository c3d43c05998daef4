import type { Contract } from '../../contract/model/contract.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { type SecretContext, secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { CheckedExchange } from '../check-exchange.ts';
import type { Exchange } from '../exchange.ts';
import { formatSafely } from '../report-violation.ts';
import type { PassedExchange } from './proxy.ts';
import { hideQuoted, listSentSecrets } from './sent-secrets.ts';

/** Most violations of one message that are shown. */
const MAX_SHOWN = 10;
const MAX_LINE = 300;

/** Puts an exchange into lines: what was asked and answered, and what of it breaks the contract. Secrets are masked. */
export function reportExchange(
  { milliseconds, problem }: PassedExchange,
  exchange: Exchange,
  checked: CheckedExchange,
  contract: Contract,
): string[] {
  const { method, path, query, status } = exchange;
  const match = checked.kind === 'checked' ? checked.match : undefined;
  const target = maskTarget({
    target: query === '' ? path : `${path}?${query}`,
    contract,
    operation: match?.operation,
    pathValues: match?.pathValues,
  });
  const name = match === undefined ? '' : ` ${match.operation.id}`;
  const answer = status === 0 ? 'no answer' : String(status);
  const head = `${method} ${target}${name} ${answer} ${Math.round(milliseconds)} ms`;
  const context = secretContextOf(contract);
  const secrets = listSentSecrets(exchange, context.isSecret);
  const hide = (text: string) => hideQuoted(text, secrets);
  const broken =
    checked.kind === 'unknown'
      ? [`  the contract has no such ${checked.what}`]
      : [
          ...describe('request', checked.request.violations, context, hide),
          ...describe('response', checked.response.violations, context, hide),
        ];
  return [head, ...(problem === undefined ? [] : [`  ${problem}`]), ...broken].map(show);
}

/** Number of violations of both messages. */
export function countViolations({
  request,
  response,
}: Extract<CheckedExchange, { kind: 'checked' }>): number {
  return request.violations.length + response.violations.length;
}

function describe(
  message: string,
  violations: readonly Violation[],
  context: SecretContext,
  hide: (text: string) => string,
): string[] {
  const shown = violations.slice(0, MAX_SHOWN).map((violation) => {
    return `  ${message} ${hide(formatSafely(violation, context, hide))}`;
  });
  const rest = violations.length - shown.length;
  return rest > 0 ? [...shown, `  and ${rest} more of the ${message}`] : shown;
}

/** One line of printable characters. */
function show(line: string): string {
  const plain = line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
  return plain.length > MAX_LINE ? `${plain.slice(0, MAX_LINE - 1)}…` : plain;
}
