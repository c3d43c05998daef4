import { randomBytes } from 'node:crypto';
import type { Link, LinkCreate, Links } from './link.ts';

const DAY_MS = 86_400_000;
/** Documents that there are; the first one is the example of the contract. */
export const DOCUMENTS = ['doc_k3x9m2p7', 'doc_z8y7x6w5'] as const;

/** Links that there are at the start, in the order of their creation, with labels in another. */
export function seedLinks(now: number): Links {
  const [first, second] = DOCUMENTS;
  const seeds: readonly (readonly [string, LinkCreate, Partial<Link>])[] = [
    [
      first,
      { label: 'For the auditors', target: 'pdf', tags: ['audit', '2026'], expires_in: 30 },
      { id: 'lnk_a1b2c3d4e5', token: 'tok4mz0q7w1x9c3v5b2n' },
    ],
    [first, { label: 'Archive of May', target: 'archive', password: 'open the archive' }, {}],
    [first, { label: 'Withdrawn draft', target: 'page', tags: ['draft'] }, { state: 'revoked' }],
    [first, { label: 'Board', target: 'page', expires_in: 365, tags: ['board'] }, {}],
    [first, { label: 'Old price list', target: 'pdf' }, { state: 'revoked' }],
    [first, { label: 'Everybody', target: 'page', tags: ['public', 'web'] }, {}],
    [first, { label: 'Customers', target: 'pdf', expires_in: 90 }, {}],
    [second, { label: 'Elsewhere', target: 'page' }, {}],
  ];
  const links = seeds.map(([document, sent, known], index) => ({
    ...makeLink(document, sent, now - (seeds.length - index) * DAY_MS),
    ...known,
  }));
  return new Map(links.map((link) => [link.id, link]));
}

/** Makes a live link of what was sent. */
export function makeLink(document: string, sent: LinkCreate, now: number): Link {
  const { label, target, password, expires_in: days, tags = [] } = sent;
  return {
    id: `lnk_${randomText(10)}`,
    document_id: document,
    token: `tok${randomText(17)}`,
    label,
    target,
    tags,
    state: 'live',
    password,
    expires_at: days === undefined ? null : new Date(now + days * DAY_MS).toISOString(),
    created_at: new Date(now).toISOString(),
  };
}

function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => (byte % 36).toString(36)).join('');
}
