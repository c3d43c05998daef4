import type { Parameter } from './contract.ts';

/**
 * Header parameters whose declaration is ignored,
 * https://spec.openapis.org/oas/v3.1.1#parameter-object.
 */
const RESERVED = ['accept', 'content-type', 'authorization'];

/** Whether a parameter is a header that HTTP itself has, so that its declaration says nothing. */
export function isReserved({ in: place, name }: Pick<Parameter, 'in' | 'name'>): boolean {
  return place === 'header' && RESERVED.includes(name.toLowerCase());
}
