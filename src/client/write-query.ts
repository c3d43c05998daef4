import { encode } from './encode.ts';

/** Writes the parameters of a query, one for each item of a list, without absent ones. */
export function writeQuery(values: object): string {
  return Object.entries(values)
    .flatMap(([name, value]) => [value].flat().map((item) => [name, item]))
    .filter(([, item]) => item !== undefined && item !== null)
    .map((pair) => pair.map(encode).join('='))
    .join('&');
}
