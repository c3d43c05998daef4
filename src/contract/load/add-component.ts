import { isDeepStrictEqual } from 'node:util';
import { escapeToken, isJsonObject } from '../model/json-cursor.ts';
import { writeFragment } from '../model/reference.ts';
import type { FindTarget, Target } from './resolve-reference.ts';

type JsonObject = Record<string, unknown>;

/** Adds a value to the components of a document, once, and returns a reference to it. */
export type AddComponent = (section: string, target: Target) => string;

/**
 * Creates a function that adds values from other files to the components of `entry`.
 *
 * A component is named after the last key of the pointer, or after the file; if another value has
 * that name, it gets `-2`.
 */
export function createComponentAdder(
  document: JsonObject,
  entry: string,
  findTarget: FindTarget,
): AddComponent {
  return (section, target) => {
    const components = 'swagger' in document ? document : objectIn(document, 'components');
    const values = objectIn(components, section);
    const name = freeName(nameOf(target), (taken) => {
      const existing = values[taken];
      return existing === undefined || isSame(existing, target);
    });
    values[name] = target.node;
    const path = 'swagger' in document ? section : `components/${section}`;
    return writeFragment(`/${path}/${escapeToken(name)}`);
  };

  function isSame(existing: unknown, { node }: Target): boolean {
    if (existing === node) return true;
    if (isJsonObject(existing) && typeof existing.$ref === 'string') {
      const target = findTarget(existing.$ref, entry);
      if (typeof target !== 'string' && target.node === node) return true;
    }
    return isDeepStrictEqual(existing, node);
  }
}

function objectIn(owner: JsonObject, key: string): JsonObject {
  const known = owner[key];
  if (isJsonObject(known)) return known;
  const made: JsonObject = {};
  owner[key] = made;
  return made;
}

function nameOf({ source, pointer }: Target): string {
  const last = (pointer === '' ? source : pointer).split('/').at(-1) ?? '';
  return pointer === ''
    ? last.replace(/\.[^.]+$/, '')
    : last.replaceAll('~1', '/').replaceAll('~0', '~');
}

function freeName(name: string, isFree: (name: string) => boolean): string {
  let free = name;
  for (let count = 2; !isFree(free); count += 1) free = `${name}-${count}`;
  return free;
}
