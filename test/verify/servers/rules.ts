import type { Link, LinkChange, LinkPage, LinkQuery, Links } from './link.ts';

export type OperationId =
  | 'listLinks'
  | 'createLink'
  | 'getLink'
  | 'changeLink'
  | 'removeLink'
  | 'openLink';

/** What is sent back; the media type is that of JSON, or of a problem, unless it is named. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the server does at each place where a variant may do something else. */
export interface Rules {
  readonly longestLabel: number;
  readonly longestExpiry: number;
  readonly leastPage: number;
  readonly isAllowed: (operation: OperationId, token: string | undefined) => boolean;
  /** What is kept of a new link. */
  readonly make: (link: Link) => Link;
  readonly add: (links: Links, link: Link) => void;
  /** What is kept of a changed link. */
  readonly change: (link: Link, change: LinkChange) => Link;
  /** What the answer to a change shows. */
  readonly showChange: (link: Link, change: LinkChange) => Link;
  readonly remove: (links: Links, link: Link) => void;
  readonly find: (links: Links, id: string, operation: OperationId) => Link | undefined;
  readonly listed: (links: Links) => readonly Link[];
  readonly filter: (links: readonly Link[], state: string) => readonly Link[];
  readonly sort: (links: readonly Link[], sort: string) => readonly Link[];
  readonly cut: (links: readonly Link[], query: LinkQuery) => LinkPage;
  readonly isOpen: (link: Link) => boolean;
  readonly show: (link: Link, operation: OperationId) => object;
  /** The last word on every answer. */
  readonly answer: (answer: Answer, operation: OperationId) => Answer;
}

/** Token that the server accepts. */
export const TOKEN = 'token-of-the-owner';

/** What the contract says, at each place. */
export const RIGHT: Rules = {
  longestLabel: 40,
  longestExpiry: 365,
  leastPage: 1,
  isAllowed: (operation, token) => operation === 'openLink' || token === TOKEN,
  make: (link) => link,
  add: (links, link) => void links.set(link.id, link),
  change: (link, change) => ({ ...link, ...change }),
  showChange: (link, change) => ({ ...link, ...change }),
  remove: (links, { id }) => void links.delete(id),
  find: (links, id) => links.get(id),
  listed: (links) => [...links.values()],
  filter: (links, state) => links.filter((link) => link.state === state),
  sort: sortLinks,
  cut: (links, { page, size }) => {
    const end = page * size;
    return {
      items: links.slice(end - size, end),
      total: links.length,
      has_next: end < links.length,
    };
  },
  isOpen: ({ state, expires_at }) =>
    state === 'live' && (expires_at === null || Date.parse(expires_at) > Date.now()),
  show: showLink,
  answer: (answer) => answer,
};

/** Sorts links that come in the order of their creation. */
export function sortLinks(links: readonly Link[], sort: string): Link[] {
  const isDescending = sort.startsWith('-');
  if (sort.endsWith('created')) return isDescending ? links.toReversed() : [...links];
  const sign = isDescending ? -1 : 1;
  const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
  return links.toSorted((one, other) => sign * compare(one.label, other.label));
}

/** Shows a link without its password, and to readers no more than they need. */
export function showLink({ password, ...link }: Link, operation: OperationId): object {
  const has_password = password !== undefined;
  if (operation !== 'openLink') return { ...link, has_password };
  const { document_id, label, target } = link;
  return { document_id, label, target, has_password };
}
