/** What is kept of a body that is no JSON and no plain text. */
export type BodyOutline =
  | {
      readonly html: {
        readonly title: string | null;
        readonly meta: Readonly<Record<string, string>>;
      };
    }
  /** A file, by its size. */
  | { readonly bytes: number }
  /** JSON values that follow one another. */
  | { readonly '«concatenated»': readonly unknown[] };

/** Writes a body as recordings do: a JSON value, a text, or an outline of it. Tokens are masked. */
export function readBody(body: Buffer, contentType: string): unknown {
  const text = body.toString();
  if (/\bjson\b/.test(contentType)) return readJson(text);
  if (body.length === 0) return '';
  if (contentType.startsWith('text/html') && /<title|<meta/i.test(text))
    return { html: outlineHtml(text) };
  return contentType.startsWith('text/') ? text : { bytes: body.length };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const values = splitValues(text);
    return values === undefined ? text : { '«concatenated»': values };
  }
}

/** Values of a text such as `{…}{…}`; `undefined` for any other. */
function splitValues(text: string): unknown[] | undefined {
  const ends = [...text.matchAll(/\}(?=\s*\{)/g)].map(({ index }) => index + 1);
  try {
    return [0, ...ends].map((start, i) => JSON.parse(text.slice(start, ends[i])));
  } catch {
    return undefined;
  }
}

function outlineHtml(text: string) {
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1] ?? null;
  const tags = [...text.matchAll(/<meta\s[^<>]*>/gi)].map(([tag]) => {
    const attributes = new Map(
      [...tag.matchAll(/ ([a-z]+)="([^"]*)"/gi)].map(([, name = '', value]) => [name, value]),
    );
    return [attributes.get('property') ?? attributes.get('name'), attributes.get('content')];
  });
  const meta = tags.filter(([name, content]) => name?.includes(':') && content !== undefined);
  return { title, meta: Object.fromEntries(meta) };
}
