import type { Link } from './link.ts';
import { type Answer, RIGHT, type Rules, showLink } from './rules.ts';

/** One defect each: what the variant does otherwise than the contract says, made anew for each server. */
export const DEFECTS = {
  'leaves out expires_at where it is null': () => ({
    show: (link, operation) => {
      const shown = showLink(link, operation);
      return link.expires_at === null ? omit(shown, 'expires_at') : shown;
    },
  }),
  'shows total as a text': () => ({
    answer: (answer) => editBody(answer, 'total', (total) => `${total}`),
  }),
  'shows an undocumented state': () => ({
    show: (link, operation) => {
      const state = link.state === 'revoked' ? 'disabled' : link.state;
      return showLink({ ...link, state }, operation);
    },
  }),
  'answers 200 to a create': () => ({
    answer: (answer) => (answer.status === 201 ? { ...answer, status: 200 } : answer),
  }),
  'words a 404 in another shape': () => ({
    answer: (answer) =>
      answer.status === 404 ? { ...answer, body: { error: 'not found' } } : answer,
  }),
  'leaves out Location': () => ({
    answer: (answer) => (answer.status === 201 ? { ...answer, headers: {} } : answer),
  }),
  'opens as text/plain': () => ({
    answer: (answer, operation) =>
      operation === 'openLink' && answer.status === 200
        ? { ...answer, mediaType: 'text/plain' }
        : answer,
  }),
  'shows a link without credentials': () => ({
    isAllowed: (operation, token) => operation === 'getLink' || RIGHT.isAllowed(operation, token),
  }),
  'accepts any token': () => ({
    isAllowed: (operation, token) => operation === 'openLink' || (token ?? '') !== '',
  }),
  'accepts a label of 41 characters': () => ({ longestLabel: 41 }),
  'accepts page 0': () => ({ leastPage: 0 }),
  'refuses 365 days': () => ({ longestExpiry: 364 }),
  'shows the password': () => ({
    show: (link, operation) => {
      const { password } = link;
      return operation === 'openLink' || password === undefined
        ? showLink(link, operation)
        : { ...showLink(link, operation), password };
    },
  }),
  'opens a revoked link': () => ({
    isOpen: (link) => RIGHT.isOpen({ ...link, state: 'live' }),
  }),
  'lists a removed link': () => {
    const removed: Link[] = [];
    return {
      remove: (links, link) => {
        removed.push(link);
        RIGHT.remove(links, link);
      },
      listed: (links) => [...links.values(), ...removed],
    };
  },
  'shows a removed link': () => {
    const removed = new Map<string, Link>();
    return {
      remove: (links, link) => {
        removed.set(link.id, link);
        RIGHT.remove(links, link);
      },
      find: (links, id, operation) =>
        links.get(id) ?? (operation === 'getLink' ? removed.get(id) : undefined),
    };
  },
  'clears tags when something else is changed': () => ({
    change: (link, change) => ({ ...link, ...change, tags: change.tags ?? [] }),
  }),
  'does not keep a change': () => ({ change: (link) => link }),
  'keeps 20 characters of a label': () => ({
    make: (link) => ({ ...link, label: [...link.label].slice(0, 20).join('') }),
  }),
  'does not list a new link': () => {
    const made = new Set<string>();
    return {
      add: (links, link) => {
        made.add(link.id);
        RIGHT.add(links, link);
      },
      listed: (links) => RIGHT.listed(links).filter(({ id }) => !made.has(id)),
    };
  },
  'does not sort': () => ({ sort: (links) => RIGHT.sort(links, '-created') }),
  'ignores the filter': () => ({ filter: (links) => links }),
  'loses links that expire by the filter': () => ({
    filter: (links, state) =>
      RIGHT.filter(links, state).filter(({ expires_at }) => expires_at === null),
  }),
  'repeats a link on the second page': () => ({
    cut: (links, query) => {
      const right = RIGHT.cut(links, query);
      if (query.page !== 2 || right.items.length === 0) return right;
      const start = query.size - 1;
      return { ...right, items: links.slice(start, start + right.items.length) };
    },
  }),
  'denies a last page of one link': () => ({
    cut: (links, query) => {
      const right = RIGHT.cut(links, query);
      return { ...right, has_next: query.page * query.size < links.length - 1 };
    },
  }),
  'counts the links of the page alone': () => ({
    cut: (links, query) => {
      const right = RIGHT.cut(links, query);
      return { ...right, total: right.items.length };
    },
  }),
  'shows another created_at each time': () => {
    let shown = 0;
    return {
      show: (link, operation) => {
        shown += 1;
        const created_at = new Date(Date.parse(link.created_at) + shown).toISOString();
        return showLink(operation === 'getLink' ? { ...link, created_at } : link, operation);
      },
    };
  },
  'fails for an unknown link': () => ({
    find: (links, id) => {
      const link = links.get(id);
      if (link === undefined) throw new Error('There is no such link.');
      return link;
    },
  }),
  'shows another link for an unknown one': () => ({
    find: (links, id, operation) =>
      links.get(id) ?? (operation === 'getLink' ? links.values().next().value : undefined),
  }),
} as const satisfies Readonly<Record<string, () => Partial<Rules>>>;

export type DefectName = keyof typeof DEFECTS;

/** Names of all defects. */
export const DEFECT_NAMES = Object.keys(DEFECTS).filter((name): name is DefectName =>
  Object.hasOwn(DEFECTS, name),
);

function omit(shown: object, name: string): object {
  return Object.fromEntries(Object.entries(shown).filter(([one]) => one !== name));
}

function editBody(answer: Answer, name: string, edit: (value: unknown) => unknown): Answer {
  const { body } = answer;
  if (body === undefined || !(name in body)) return answer;
  const edited = Object.entries(body).map(([one, value]) => [
    one,
    one === name ? edit(value) : value,
  ]);
  return { ...answer, body: Object.fromEntries(edited) };
}
