import type { DocsApi } from '../docs-api.ts';
import { isAbout, readFacts } from './read-facts.ts';

/** Writes what is known of the behaviour of an operation, with the test that proves it, as Markdown; empty if nothing is. */
export function listBehaviour({ behaviour }: DocsApi, id: string): string {
  if (behaviour === undefined) return '';
  const facts = readFacts(behaviour.text).filter((fact) => isAbout(fact, id));
  if (facts.length === 0) return '';
  const items = facts.map(({ statement, mock, proof }) => {
    const end = /[.!?]$/.test(statement) ? '' : '.';
    return `- ${statement}${end} ${proof === '' ? `*Mock: ${mock}.*` : `*Mock: ${mock}:* ${proof}`}`;
  });
  return `**Behaviour that no schema says, and its tests**\n\n${items.join('\n')}`;
}
