import { readProvenance } from '../../contract/load/read-message.ts';
import { ContractError } from '../../contract/model/contract-error.ts';
import { child, isJsonObject, jump, unescapeToken } from '../../contract/model/json-cursor.ts';
import { decodePercent } from '../../text/decode-percent.ts';
import type { DocsApi } from '../docs-api.ts';
import { DocsError } from '../docs-error.ts';
import type { ComparisonFile, DocsSource } from '../docs-source.ts';
import { escapeCell } from '../markdown/escape-cell.ts';
import { nameApiPages, PAGE_SCHEME } from '../page-path.ts';
import type { SitePage } from '../site-page.ts';

/** Makes the page that compares the APIs; none where nothing is compared, or an API of it is not in the site. */
export function createComparisonPages({ comparison, apis }: DocsSource): SitePage[] {
  if (comparison === undefined) return [];
  const { title, intro, names, facts } = readComparison(comparison);
  const compared = names.map((name) => apis.find((api) => api.name === name));
  if (compared.includes(undefined)) return [];
  const known = compared.filter((api) => api !== undefined);
  return [
    {
      path: 'about/comparison',
      title,
      group: 'more',
      summary: intro,
      readMarkdown: () => writePage({ title, intro, facts, apis: known, file: comparison.path }),
    },
  ];
}

/** Fact, with what each API has for it. */
interface Fact {
  readonly name: string;
  readonly cells: ReadonlyMap<string, Cell>;
}

interface Cell {
  readonly says: string;
  /** Reference into the contract, such as `#/components/schemas/Share`. */
  readonly at: string;
}

function readComparison({ path, value }: ComparisonFile) {
  if (!isJsonObject(value)) throw refuse(path, 'title, intro, apis and facts', value);
  const { title, intro, apis, facts } = value;
  if (typeof title !== 'string') throw refuse(`${path}, title`, 'a text', title);
  if (typeof intro !== 'string') throw refuse(`${path}, intro`, 'a text', intro);
  if (!Array.isArray(apis)) throw refuse(`${path}, apis`, 'a list of names of APIs', apis);
  if (!isJsonObject(facts)) throw refuse(`${path}, facts`, 'facts by their names', facts);
  const names = apis.map(String);
  return {
    title,
    intro,
    names,
    facts: Object.entries(facts).map(([name, cells]) => readFact(path, name, cells, names)),
  };
}

function readFact(path: string, name: string, value: unknown, names: readonly string[]): Fact {
  const cells = names.map((api): [string, Cell] => {
    const cell = isJsonObject(value) && Object.hasOwn(value, api) ? value[api] : undefined;
    if (isJsonObject(cell) && typeof cell.says === 'string' && typeof cell.at === 'string') {
      return [api, { says: cell.says, at: cell.at }];
    }
    throw refuse(`${path}, facts, ${name}, ${api}`, 'says and at', cell);
  });
  return { name, cells: new Map(cells) };
}

function refuse(place: string, expected: string, found: unknown): DocsError {
  return new DocsError(
    `${place}: expected ${expected}, found ${JSON.stringify(found) ?? 'nothing'}.`,
  );
}

interface Comparison {
  readonly title: string;
  readonly intro: string;
  readonly facts: readonly Fact[];
  readonly apis: readonly DocsApi[];
  readonly file: string;
}

function writePage({ title, intro, facts, apis, file }: Comparison): string {
  const head = apis.map(
    ({ name, contract }) => `[${contract.title}](${PAGE_SCHEME}${nameApiPages(name).reference})`,
  );
  const rows = facts.map(({ name, cells }) => {
    const written = apis.map((api) => writeCell(api, cells.get(api.name), `${file}, ${name}`));
    return `| **${name}** | ${written.join(' | ')} |`;
  });
  return `# ${title}

${intro}

Each cell names its place in the contract; a word at its start says that the provider does not document it, as on the pages about
provenance.

|  | ${head.join(' | ')} |
| --- | ${apis.map(() => '---').join(' | ')} |
${rows.join('\n')}
`;
}

function writeCell(api: DocsApi, cell: Cell | undefined, place: string): string {
  if (cell === undefined) return '';
  const level = readLevel(api, cell.at, place);
  const mark = level === undefined || level === 'documented' ? '' : `${level}: `;
  const where = shortenReference(cell.at);
  return `${mark}${escapeCell(cell.says)}${where === '' ? '' : ` \`${where}\``}`;
}

/** Level of a place of a contract. Throws DocsError for one that the contract does not have. */
function readLevel({ name, contract }: DocsApi, at: string, place: string): string | undefined {
  try {
    return readProvenance(child(jump(contract.document, at), 'x-provenance'))?.level;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw new DocsError(
      `${place}, ${name}: expected a place of the contract, found ${at}. ${error.message}`,
      { cause: error },
    );
  }
}

/** Keys that only say what kind of place it is. */
const KINDS = new Set([
  'components',
  'headers',
  'parameters',
  'paths',
  'properties',
  'responses',
  'schemas',
  'securitySchemes',
]);

/** Writes a reference for readers, such as `Share.token` for `#/components/schemas/Share/properties/token`. */
function shortenReference(at: string): string {
  const keys = at
    .split('/')
    .slice(1)
    .map((key) => unescapeToken(decodePercent(key)));
  const shown = keys.filter((key) => !KINDS.has(key));
  return shown.some((key) => key.includes('/')) ? shown.reverse().join(' ') : shown.join('.');
}
