import {
  children,
  descend,
  type JsonCursor,
  openDocument,
  text,
} from '../../contract/model/json-cursor.ts';
import type { DocsApi } from '../docs-api.ts';
import { escapeCell } from '../markdown/escape-cell.ts';
import { nameApiPages, PAGE_SCHEME } from '../page-path.ts';
import { fragmentOf } from '../reference/fragment-of.ts';
import type { SitePage } from '../site-page.ts';

/** Makes the page about how far mocks agree with real servers; none where no API was compared. */
export function createFidelityPages(apis: readonly DocsApi[]): SitePage[] {
  if (apis.every(({ fidelity = [] }) => fidelity.length === 0)) return [];
  return [
    {
      path: 'about/fidelity',
      title: 'Fidelity',
      group: 'more',
      summary: 'How far the mocks agree with real servers, by operation, and every deviation.',
      readMarkdown: () => writePage(apis),
    },
  ];
}

function writePage(apis: readonly DocsApi[]): string {
  const compared = apis.filter(({ fidelity = [] }) => fidelity.length > 0);
  const others = apis.filter((api) => !compared.includes(api));
  const rest = others.map(({ contract }) => contract.title).join(', ');
  return `# Fidelity

A real server was sent histories of requests, and its answers were recorded. Replayed to the mock, each answer is compared with
the recorded one: status, code, message, members, types, values, order and headers. \`share-contracts fidelity\` does it again.

${compared.flatMap((api) => (api.fidelity ?? []).map((report) => writeReport(api, report))).join('\n\n')}
${rest === '' ? '' : `\n## Not compared\n\nNo server could be run of: ${rest}. Their mocks follow the pages of the providers alone.\n`}`;
}

function writeReport(api: DocsApi, value: unknown): string {
  const report = openDocument(value);
  const all = descend(report, 'all');
  const operations = children(descend(report, 'operations'));
  const deviations = children(descend(report, 'deviations')).map(([, deviation]) => deviation);
  const rows = operations
    .map(([id, agreement]) => ({ id, agreement, requests: count(agreement, 'requests') }))
    .sort((one, other) => other.requests - one.requests || (one.id < other.id ? -1 : 1))
    .map(({ id, agreement }) => `| ${linkOperation(api, id)} | ${writeAgreement(agreement)} |`);
  return `## ${api.contract.title}

Compared with ${text(report, 'server') ?? 'a server'}, recorded on ${text(report, 'date') ?? 'an unknown day'}. Of
${count(all, 'requests').toLocaleString('en')} requests that the contract covers, ${formatShare(all)} agree in everything;
${count(all, 'deviating')} differ as listed below, and nothing else does.

| Operation | Requests | Agree | Meant to differ |
| --- | --- | --- | --- |
${rows.join('\n')}
| All | ${writeAgreement(all)} |

### Deviations of ${api.contract.title}

| Deviation | Answers | Reason |
| --- | --- | --- |
${deviations.map(writeDeviation).join('\n')}`;
}

function writeDeviation(deviation: JsonCursor): string {
  const cells = [
    text(deviation, 'name'),
    String(count(deviation, 'count')),
    text(deviation, 'reason'),
  ];
  return `| ${cells.map((cell) => escapeCell(cell ?? '')).join(' | ')} |`;
}

function writeAgreement(agreement: JsonCursor | undefined): string {
  const requests = count(agreement, 'requests').toLocaleString('en');
  return `${requests} | ${formatShare(agreement)} | ${count(agreement, 'deviating')}`;
}

/** Share of requests that agree in everything; 100 only where all do. */
function formatShare(agreement: JsonCursor | undefined): string {
  const requests = count(agreement, 'requests');
  const percent =
    requests === 0 ? 100 : Math.floor((count(agreement, 'agreed') / requests) * 1000) / 10;
  return `${percent.toFixed(1)} %`;
}

function count(at: JsonCursor | undefined, key: string): number {
  const node = at && descend(at, key)?.node;
  return typeof node === 'number' ? node : 0;
}

function linkOperation({ name, contract }: DocsApi, id: string): string {
  const isKnown = contract.operations.some((operation) => operation.id === id);
  if (!isKnown) return 'of no operation';
  return `[${id}](${PAGE_SCHEME}${nameApiPages(name).reference}#${fragmentOf(id)})`;
}
