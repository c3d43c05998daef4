import { expect, test } from 'vitest';
import { findHidden } from '../../bench/specs/find-hidden.ts';
import { contractOf } from '../support/test-contract.ts';

const get = (more: object = {}) => ({ get: { responses: {}, ...more } });
const needing = (schema: object) => ({
  parameters: [{ name: 'Action', in: 'query', required: true, schema }],
});
const taking = (type: string) => ({
  post: { responses: {}, requestBody: { content: { [type]: {} } } },
});

test.each<[what: string, paths: object, hidden: string[]]>([
  ['paths with other names', { '/a/{id}': get(), '/a/{name}': get() }, ['/a/{name}']],
  ['fragments alone', { '/a#x': get(), '/a#y': get() }, ['/a#y']],
  ['other literals', { '/a/{id}': get(), '/a/b': get(), '/b/{id}': get() }, []],
  ['a required query', { '/a': get(), '/a#b': get(needing({})) }, []],
  [
    'other values of it',
    { '/#x': get(needing({ enum: ['x'] })), '/#y': get(needing({ enum: ['y'] })) },
    [],
  ],
  ['other bodies', { '/a#x': taking('text/plain'), '/a#y': taking('text/csv') }, []],
  ['the same body', { '/a#x': taking('text/plain'), '/a#y': taking('text/plain') }, ['/a#y']],
])('of operations with %s, it is known which no request is for', (_what, paths, hidden) => {
  const found = findHidden(contractOf({ paths }).operations);
  expect([...found].map(({ path }) => path)).toEqual(hidden);
});
