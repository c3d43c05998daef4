import { factsOf } from '../call-facts.ts';
import { PagingError } from '../errors/paging-error.ts';
import { readMember } from '../read-member.ts';
import { writeUrl } from '../write-url.ts';
import type { PageOrder } from './paging.ts';

/**
 * The answer gives the URL of the next page, in its body or by `Link`: https://www.rfc-editor.org/rfc/rfc8288#section-3.
 *
 * It is resolved against the URL that was asked for: https://www.rfc-editor.org/rfc/rfc3986#section-5.1.3.
 */
export const byLink: PageOrder = {
  findNext: ({ next }, { data, headers, url }) => {
    const link = next ? readMember(data, next) : readLink(headers.get('link') ?? '');
    return link ? (resolve(String(link), url)?.href ?? String(link)) : undefined;
  },
  askFor: (start, { baseUrl }, route, input) => {
    const url = writeUrl(baseUrl, route, input);
    const next = resolve(String(start), url);
    if (!next) throw new PagingError(factsOf(route), 'the link to the next page is no URL');
    const { origin, href } = next;
    // Credentials would go there.
    if (origin !== resolve('', url)?.origin) {
      throw new PagingError(factsOf(route), `next page is at ${origin}, which is another origin`);
    }
    return { ...input, url: href };
  },
};

function resolve(link: string, url: string): URL | undefined {
  const base = new URL(url, globalThis.location?.href);
  return URL.canParse(link, base) ? new URL(link, base) : undefined;
}

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
