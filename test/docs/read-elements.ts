/** One element of an HTML page, with the text inside when it holds a script or a style. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

const START_TAG = /<!--[\s\S]*?-->|<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const RAW_TEXT = new Set(['script', 'style', 'title', 'textarea']);

/** Elements of a page in its order; comments and the markup inside scripts and styles are not elements. */
export function readElements(html: string): PageElement[] {
  const elements: PageElement[] = [];
  const tags = new RegExp(START_TAG);
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    const name = tag[1]?.toLowerCase();
    if (name === undefined) continue;
    const text = RAW_TEXT.has(name) ? readRawText(html, name, tags.lastIndex) : '';
    tags.lastIndex += text.length;
    elements.push({ name, attributes: readAttributes(tag[2] ?? ''), text });
  }
  return elements;
}

function readRawText(html: string, name: string, start: number): string {
  const length = html.slice(start).search(new RegExp(`</${name}[\\s/>]`, 'i'));
  return length < 0 ? html.slice(start) : html.slice(start, start + length);
}

function readAttributes(source: string): Map<string, string> {
  const attributes = [...source.matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single, bare]): [string, string] => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? bare ?? ''),
    ],
  );
  return new Map(attributes);
}

function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? entity;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16));
  });
}
