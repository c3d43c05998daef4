import { formatDiscreetly } from '../../contract/model/describe-violation.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { maskViolation } from '../../contract/secrets/mask-violation.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';
import { escapeUnprintable, shorten } from './escape-text.ts';
import type { Exchange } from './exchange.ts';
import type { Paint, Style } from './paint.ts';

const MAX_TARGET = 120;
const MAX_VIOLATIONS = 10;
const MAX_LINE = 300;

/** Column widths that suit most requests; a longer value shifts the rest of its line. */
const WIDTHS = { method: 7, target: 56, operation: 20, time: 8 };

/** Colours by the first digit of the status. */
const STYLES: Readonly<Record<number, Style>> = { 2: 'green', 3: 'cyan', 4: 'yellow', 5: 'red' };

/**
 * Formats an exchange for people: one line, then one more for each violation.
 *
 * Secrets are masked, and of an invalid value only its type is shown.
 */
export function formatExchange(exchange: Exchange, paint: Paint): string {
  const { method, operation, status, milliseconds, violations } = exchange;
  const columns = [
    show(method, MAX_LINE).padEnd(WIDTHS.method),
    show(maskTarget(exchange), MAX_TARGET).padEnd(WIDTHS.target),
    show(operation?.id ?? '-', MAX_LINE).padEnd(WIDTHS.operation),
    paint(STYLES[Math.floor(status / 100)] ?? 'dim', String(status)),
    paint('dim', formatTime(milliseconds).padStart(WIDTHS.time)),
  ];
  const line = columns.join('  ');
  return violations.length === 0 ? line : [line, ...formatViolations(exchange)].join('\n');
}

function formatViolations({ violations, contract }: Exchange): string[] {
  const { isSecret } = secretContextOf(contract);
  const shown = violations.slice(0, MAX_VIOLATIONS).map((violation) => {
    const { pointer, expected } = maskViolation(violation, isSecret);
    const text = formatDiscreetly({ ...violation, pointer, expected });
    return `  ${show(text, MAX_LINE)}`;
  });
  const rest = violations.length - shown.length;
  return rest > 0 ? [...shown, `  and ${rest} more`] : shown;
}

function formatTime(milliseconds: number): string {
  const precision = milliseconds < 10 ? 10 : 1;
  return `${Math.round(milliseconds * precision) / precision} ms`;
}

function show(text: string, limit: number): string {
  return escapeUnprintable(shorten(text, limit));
}
