import type { Flow } from './flow.ts';
import type { SchemaPair } from './schema-pair.ts';
import type { SchemaView, ViewSchemas } from './schema-view.ts';

/** Whether one version has a member that travels the way of the pair: `readOnly` is not sent to a provider, `writeOnly` not back. */
export function hasVisible(pair: SchemaPair, side: 'before' | 'after', name: string): boolean {
  const view = side === 'before' ? pair.viewBefore : pair.viewAfter;
  return isVisible(pair[side], name, pair.flow, view);
}

function isVisible(schema: SchemaView, name: string, flow: Flow, view: ViewSchemas): boolean {
  const member = schema.members.get(name);
  if (member === undefined) return false;
  const hiding = flow === 'to-provider' ? 'readOnly' : 'writeOnly';
  return !view(member)
    .keywords.get(hiding)
    ?.some(({ value }) => value === true);
}
