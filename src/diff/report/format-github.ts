import { relative } from 'node:path';
import type { ApiDiff, LocatedChange } from '../api-diff.ts';
import { describeChange, describeUses } from './describe-change.ts';

/** Commands by what a change means for consumers. */
const COMMANDS = { breaking: 'error', risky: 'warning', safe: 'notice' } as const;

/**
 * Formats changes as annotations of a workflow,
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands; what is safe for both sides is left out.
 */
export function formatGithub(diffs: readonly ApiDiff[]): string {
  return diffs
    .flatMap(({ api, changes }) =>
      changes.filter(isWorthwhile).map((change) => annotate(api, change)),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function isWorthwhile({ consumer, provider }: LocatedChange): boolean {
  return consumer !== 'safe' || provider !== 'safe';
}

function annotate(api: string, change: LocatedChange): string {
  const { consumer, provider, rule, location } = change;
  const uses = describeUses(change);
  const properties = [
    ...(location === undefined
      ? []
      : [
          ['file', relative(process.cwd(), location.source)],
          ...(location.line === undefined ? [] : [['line', String(location.line)]]),
          ...(location.column === undefined ? [] : [['col', String(location.column)]]),
        ]),
    ['title', `${api}: ${rule}`],
  ].map(([name, value = '']) => `${name}=${escapeProperty(value)}`);
  const message = `${describeChange(change)}. Consumer: ${consumer}, provider: ${provider}.${uses === '' ? '' : ` Met by ${uses}.`}`;
  return `::${COMMANDS[consumer]} ${properties.join(',')}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
