import { posix } from 'node:path';
import type { Site } from '../../src/docs/site.ts';
import { readElements } from './read-elements.ts';

/** Finds links and assets of the HTML pages of a site that lead nowhere, fragments included. */
export async function findBrokenLinks(site: Site): Promise<string[]> {
  const pages = new Map<string, ReturnType<typeof readPage>>();
  for (const path of site.paths.filter((one) => one.endsWith('.html'))) {
    pages.set(path, readPage((await site.render(path))?.body ?? ''));
  }
  return [...pages].flatMap(([from, { links }]) =>
    links.flatMap((link) => {
      const problem = findProblem(from, link);
      return problem === undefined ? [] : [`${from}: ${link}: ${problem}`];
    }),
  );

  function findProblem(from: string, link: string): string | undefined {
    if (/^(?:https?|mailto|data):/.test(link)) return undefined;
    if (link.startsWith('/')) return 'leads out of the site';
    const [address = '', ...rest] = link.split('#');
    const [relative = ''] = address.split('?');
    const to =
      relative === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(relative));
    if (!site.paths.includes(to)) return 'is no page';
    const fragment = rest.join('#');
    if (fragment === '' || !to.endsWith('.html')) return undefined;
    return pages.get(to)?.ids.has(fragment) ? undefined : 'has no such part';
  }
}

function readPage(html: string) {
  const elements = readElements(html);
  const links = elements.flatMap(({ attributes }) =>
    ['href', 'src', 'data-search'].flatMap((name) => attributes.get(name) ?? []),
  );
  const definition = /<script type="application\/json" id="definition">(.*?)<\/script>/s.exec(
    html,
  )?.[1];
  const described = definition === undefined ? [] : listDescribed(JSON.parse(definition));
  const ids = elements.flatMap(({ attributes }) => {
    const shown = attributes.get('data-operations');
    const operations: [string, string][] = shown === undefined ? [] : JSON.parse(shown);
    // Redoc shows webhooks as it shows operations.
    return [
      ...(attributes.has('id') ? [attributes.get('id') ?? ''] : []),
      ...operations.map(([id]) => `/${id}`),
    ];
  });
  return { links: [...links, ...described], ids: new Set([...ids, 'content']) };
}

/** Links in the description at the head of a reference, which Redoc renders from Markdown. */
function listDescribed({ info }: { readonly info: { readonly description: string } }): string[] {
  return [...info.description.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}
