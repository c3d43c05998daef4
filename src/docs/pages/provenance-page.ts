import type { ProvenanceLevel } from '../../contract/model/contract.ts';
import { countNoun } from '../../text/count-noun.ts';
import type { DocsApi } from '../docs-api.ts';
import { escapeCell } from '../markdown/escape-cell.ts';
import { nameApiPages, PAGE_SCHEME } from '../page-path.ts';
import { describePlace, type FactKind, type FactPlace } from '../provenance/describe-place.ts';
import { listFacts, type SourcedFact } from '../provenance/list-facts.ts';
import { PROVENANCE_LEVELS } from '../provenance-levels.ts';
import { fragmentOf } from '../reference/fragment-of.ts';
import type { SitePage } from '../site-page.ts';

/** From a guess to what is nearly known, since a reader wants the guesses first. */
const LEVELS: readonly ProvenanceLevel[] = ['assumed', 'inferred', 'source'];

const CONFIRM: Readonly<Record<FactKind, string>> = {
  operation: 'Send its sample to the real server, and compare status and body.',
  parameter: 'Send the request with and without it, and with a wrong value.',
  answer: 'Bring the real server to this answer, and compare status and body.',
  header: 'Look at the headers of a real answer.',
  example: 'Compare it with a real answer.',
  field: 'Look at the field in several real answers, null and empty ones too.',
  other: 'Ask the provider, or try it on the real server.',
};

/** Makes the page about what is not documented of an API; none where the contract names no source at all. */
export function createProvenancePages(api: DocsApi): SitePage[] {
  const facts = listFacts(api.contract);
  if (facts.length === 0) return [];
  return [
    {
      path: nameApiPages(api.name).provenance,
      title: `${api.contract.title}: provenance`,
      label: 'Provenance',
      group: 'apis',
      api: api.name,
      summary: 'Every fact that is not documented, why it is believed, and how to confirm it.',
      readMarkdown: () => writePage(api, facts),
    },
  ];
}

function writePage(api: DocsApi, facts: readonly SourcedFact[]): string {
  const { name, contract } = api;
  const operations = contract.operations.filter(
    ({ provenance }) => provenance?.level === 'documented',
  );
  const counted = LEVELS.map((level) => [level, facts.filter(isOf(level)).length] as const);
  const summary = counted
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`);
  return `# ${contract.title}: provenance

The provider documents ${operations.length} of ${countNoun(contract.operations.length, 'operation')}. What is documented needs no
mark; every other fact of the contract says where it comes from: ${summary.join(', ') || 'there is none'}.

To confirm them all at once, ask a server of your own: \`share-contracts verify ${name} --url … --assumed\` sends what is only
assumed too, and says of each finding whether the contract may be what is wrong. It only reads, unless you add \`--write\`.

${LEVELS.map((level) => writeLevel(api, level, facts.filter(isOf(level))))
  .filter(Boolean)
  .join('\n\n')}
`;
}

function isOf(level: ProvenanceLevel) {
  return ({ provenance }: SourcedFact) => provenance.level === level;
}

function writeLevel(api: DocsApi, level: ProvenanceLevel, facts: readonly SourcedFact[]): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ keys, provenance: { note, url } }) => {
    const place = describePlace(api.contract, keys);
    const evidence = url === undefined ? '' : ` [Evidence](<${url}>)`;
    const why = escapeCell(`${note ?? PROVENANCE_LEVELS[level].meaning}${evidence}`);
    const how = level === 'source' ? 'Read the source.' : CONFIRM[place.kind];
    return `| ${linkPlace(api, place)} | ${why} | ${how} |`;
  });
  const title = `${level.charAt(0).toUpperCase()}${level.slice(1)}`;
  return `## ${title}

${PROVENANCE_LEVELS[level].meaning} ${countNoun(facts.length, 'fact')}.

| Fact | Why it is believed | How to confirm it |
| --- | --- | --- |
${rows.join('\n')}`;
}

function linkPlace({ name }: DocsApi, { operation, words }: FactPlace): string {
  const rest = escapeCell(words);
  if (operation === undefined) return rest;
  const link = `[${operation}](${PAGE_SCHEME}${nameApiPages(name).reference}#${fragmentOf(operation)})`;
  return rest === '' ? link : `${link}: ${rest}`;
}
