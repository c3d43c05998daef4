import { isJsonObject } from '../../../contract/model/json-cursor.ts';
import { isCaseless } from './member-kinds.ts';

/** Whether two values are one; `unclear` where their forms differ, so that nothing can be said. */
export type Sameness = 'same' | 'other' | 'unclear';

/** What is known of the member that is compared. */
export interface Compared {
  readonly name: string;
  /** Whether the order of a list means nothing. */
  readonly isSet: boolean;
}

const DATE = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d|$)/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * Compares a value that was sent with the one that is shown. The same instant, number, URL or address in another spelling,
 * and a text without the space around it, are the same.
 */
export function compareSent(sent: unknown, shown: unknown, about: Compared): Sameness {
  if (isNothing(sent) || isNothing(shown)) {
    if (isNothing(sent)) return isNothing(shown) ? 'same' : 'unclear';
    return 'other';
  }
  if (typeof sent === 'string' && typeof shown === 'string')
    return compareTexts(sent, shown, about);
  if (typeof sent === 'number' && typeof shown === 'number')
    return isNear(sent, shown) ? 'same' : 'other';
  if (typeof sent === 'boolean' && typeof shown === 'boolean')
    return sent === shown ? 'same' : 'other';
  if (Array.isArray(sent) && Array.isArray(shown)) return compareLists(sent, shown, about);
  if (isJsonObject(sent) && isJsonObject(shown)) return compareObjects(sent, shown, about);
  return String(sent) === String(shown) ? 'same' : 'unclear';
}

/** Compares two values that a server has shown; members of objects that one of them lacks differ. */
export function isShownAlike(one: unknown, other: unknown, about: Compared): boolean {
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return names.values().every((name) => isShownAlike(one[name], other[name], { ...about, name }));
  }
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
  if (typeof one !== typeof other) return false;
  return compareSent(one, other, { ...about, isSet: true }) === 'same';
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function compareTexts(sent: string, shown: string, { name }: Compared): Sameness {
  const [one, other] = [sent, shown].map(plain);
  if (one === other) return 'same';
  if (DATE.test(sent) && DATE.test(shown)) return compareInstants(sent, shown);
  if (NUMBER.test(sent) && NUMBER.test(shown))
    return Number(sent) === Number(shown) ? 'same' : 'other';
  if (isCaseless(name) && one?.toLowerCase() === other?.toLowerCase()) return 'same';
  if (URL.canParse(sent) && URL.canParse(shown)) {
    const [from, to] = [sent, shown].map((text) => new URL(text).href.replace(/\/$/, ''));
    return from === to ? 'same' : 'other';
  }
  return 'other';
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

/** A date without a time may be that of any time zone. */
function compareInstants(sent: string, shown: string): Sameness {
  const [one = 0, other = 0] = [sent, shown].map((text) => Date.parse(text.replace(' ', 'T')));
  if (one === other) return 'same';
  const isWhole = [sent, shown].every((text) => text.length > 10);
  if (isWhole || Number.isNaN(one) || Number.isNaN(other)) return 'other';
  return Math.abs(one - other) <= 86_400_000 ? 'unclear' : 'other';
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

function compareLists(
  sent: readonly unknown[],
  shown: readonly unknown[],
  about: Compared,
): Sameness {
  // Names of things may be shown as the things themselves.
  const isOtherKind = sent.every((item) => shown.every((other) => typeof item !== typeof other));
  if (isOtherKind && sent.length > 0 && shown.length > 0) return 'unclear';
  if (!about.isSet)
    return all(
      sent.map((item, index) => compareSent(item, shown[index], about)),
      sent.length === shown.length,
    );
  const left = [...shown];
  const found = sent.map((item): Sameness => {
    const index = left.findIndex((other) => compareSent(item, other, about) === 'same');
    if (index >= 0) left.splice(index, 1);
    else if (shown.every((other) => compareSent(item, other, about) === 'unclear'))
      return 'unclear';
    return index >= 0 ? 'same' : 'other';
  });
  return all(found, sent.length === shown.length);
}

function all(found: readonly Sameness[], isAsLong: boolean): Sameness {
  if (found.length > 0 && found.every((one) => one === 'unclear')) return 'unclear';
  if (!isAsLong || found.includes('other')) return 'other';
  return found.includes('unclear') ? 'unclear' : 'same';
}

/** A server may add members. */
function compareObjects(
  sent: Readonly<Record<string, unknown>>,
  shown: Readonly<Record<string, unknown>>,
  about: Compared,
): Sameness {
  const found = Object.entries(sent).map(([name, value]) =>
    Object.hasOwn(shown, name) ? compareSent(value, shown[name], { ...about, name }) : 'unclear',
  );
  return all(found, true);
}
