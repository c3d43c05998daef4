import { factsOf } from '../call-facts.ts';
import { PagingError } from '../errors/paging-error.ts';
import { writePath } from '../write-path.ts';
import type { PageOrder } from './paging.ts';
import { readMember } from './read-member.ts';

/** The answer gives the URL of the next page, in its body or by `Link`: https://www.rfc-editor.org/rfc/rfc8288#section-3. */
export const byLink: PageOrder = {
  findNext: ({ next }, { data, headers }) => {
    const link = next ? readMember(data, next) : readLink(headers.get('link') ?? '');
    return link ? String(link) : undefined;
  },
  askFor: (start, { baseUrl }, route, input) => {
    const base = new URL(baseUrl, globalThis.location?.href);
    const page = base.href.replace(/\/$/, '') + writePath(route.path, input.path);
    if (!URL.canParse(String(start), page)) {
      throw new PagingError(factsOf(route), 'the link to the next page is no URL');
    }
    const { origin, href } = new URL(String(start), page);
    // Credentials would go there.
    if (origin !== base.origin) {
      throw new PagingError(factsOf(route), `next page is at ${origin}, which is another origin`);
    }
    return { ...input, url: href };
  },
};

function readLink(header: string): string | undefined {
  for (const link of header.split('<')) {
    const [url, parameters = ''] = link.split('>');
    const relations = parameters
      .split(/[;,]/)
      .map((parameter) => parameter.trim().toLowerCase())
      .filter((parameter) => parameter.startsWith('rel='))
      .flatMap((parameter) => parameter.slice(4).replaceAll('"', '').split(' '));
    if (relations.includes('next')) return url;
  }
  return undefined;
}
