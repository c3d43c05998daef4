import { describe, expect, test } from 'vitest';
import {
  bodyFormat,
  essence,
  findMedia,
  isListed,
  mediaTypeParameter,
} from '../../../src/contract/model/media-type.ts';

describe('essence', () => {
  test.each([
    ['text/xml; charset=utf-8', 'text/xml'],
    [' Application/JSON ;q=1', 'application/json'],
    ['', ''],
  ])('of %j is %j', (contentType, expected) => {
    expect(essence(contentType)).toBe(expected);
  });
});

describe('bodyFormat', () => {
  test.each([
    ['application/json', 'json'],
    ['application/json; charset=utf-8', 'json'],
    ['application/problem+json', 'json'],
    ['application/xml', 'xml'],
    ['text/xml', 'xml'],
    ['application/atom+xml', 'xml'],
    ['text/json', 'json'],
    ['application/*+json', 'json'],
    ['text/event-stream', 'events'],
    ['application/x-ndjson', 'lines'],
    ['application/jsonl; charset=utf-8', 'lines'],
    ['application/geo+json-seq', 'json-seq'],
    ['application/x-www-form-urlencoded', 'form'],
    ['multipart/form-data; boundary=x', 'multipart'],
    ['multipart/mixed', 'binary'],
    ['text/plain', 'text'],
    ['text/*', 'text'],
    ['application/octet-stream', 'binary'],
    ['application/jsonp', 'binary'],
    ['*/*', 'binary'],
    ['', 'binary'],
  ])('of %j is %s', (mediaType, expected) => {
    expect(bodyFormat(mediaType)).toBe(expected);
  });
});

describe('mediaTypeParameter', () => {
  test.each([
    ['text/plain; charset=utf-8', 'utf-8'],
    ['text/plain;a=b; Charset="iso-8859-1" ', 'iso-8859-1'],
    ['text/plain; charset', ''],
    ['text/plain; xcharset=utf-8', undefined],
    ['text/plain', undefined],
  ])('charset of %j is %j', (contentType, charset) => {
    expect(mediaTypeParameter(contentType, 'charset')).toBe(charset);
  });
});

describe('isListed', () => {
  test.each([
    ['image/png', 'image/png', true],
    ['image/png; q=1', 'text/plain, IMAGE/*', true],
    ['image/png', '*/*', true],
    ['image/png', 'image/jpeg, text/*', false],
  ])('of %j in %j is %j', (type, list, isIn) => {
    expect(isListed(type, list)).toBe(isIn);
  });
});

describe('findMedia', () => {
  const content = [
    ...['*/*', 'text/*', 'text/plain', 'application/*+json'],
    'Application/JSON; charset=utf-8',
  ].map((type) => ({ type, schema: undefined, examples: [] }));

  test.each([
    ['text/plain; charset=utf-8', 'text/plain'],
    ['TEXT/PLAIN', 'text/plain'],
    ['text/html', 'text/*'],
    ['application/json', 'Application/JSON; charset=utf-8'],
    ['image/png', '*/*'],
    ['application/JSON;charset=UTF-8', 'Application/JSON; charset=utf-8'],
    ['application/vnd.api+json', 'application/*+json'],
  ])('finds for %s the declared %s', (contentType, expected) => {
    expect(findMedia(content, contentType)?.type).toBe(expected);
  });

  test('finds nothing where neither the type nor a range is declared', () => {
    expect(findMedia(content.slice(1), 'image/png')).toBeUndefined();
    expect(findMedia(content.slice(2), 'text/plainer;a=b')).toBeUndefined();
    expect(findMedia(content.slice(2), 'text/plain;a=b')?.type).toBe('text/plain');
  });
});
