import { describe, expect, test } from 'vitest';
import { createIndependentCheck } from '../../bench/specs/independent-check.ts';
import { judgeAnswer, type Known, type Verdict } from '../../bench/specs/judge-answer.ts';
import type { Contract, Operation } from '../../src/contract/model/contract.ts';
import { createSchemaResolver } from '../../src/contract/model/resolve-schema.ts';
import { contractWith } from '../support/test-contract.ts';

const schema = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
const json = (more: object) => ({ content: { 'application/json': { schema, ...more } } });
const SUCCESS = { 200: json({ example: { id: 'seven' } }), 404: json({}) };
const TEXT = { 200: json({ example: '{"id":"seven"}' }) };
const CLOSED = { 200: json({ schema: { allOf: [schema, { additionalProperties: false }] } }) };
const INVALID = { 200: { content: { 'application/json': { schema: { pattern: '(' } } } } };
const FAILURES = { 401: { description: 'No.' }, 500: { description: 'Down.' } };

function knownOf({ document }: Contract, hidden: readonly Operation[] = []): Known {
  const resolve = createSchemaResolver(document);
  return { check: createIndependentCheck(document, resolve), resolve, hidden: new Set(hidden) };
}

describe('the verdict on an answer', () => {
  test.each<
    [what: string, Verdict, responses: object, status: number, body: string, doubts: string[]]
  >([
    ['that keeps its schema', 'kept', SUCCESS, 200, '{"id":1}', []],
    ['that breaks its schema', 'broken', SUCCESS, 200, '{"id":"x"}', []],
    ['by a schema that cannot be compiled', 'kept', INVALID, 200, '"a"', []],
    ['that is no JSON', 'broken', SUCCESS, 200, '{', []],
    ['with a status that is not declared', 'broken', SUCCESS, 204, '', []],
    ['that is a wrong example of the document', 'flawed', SUCCESS, 200, '{"id":"seven"}', []],
    ['that refuses a valid request', 'refused', SUCCESS, 404, '{"id":1}', []],
    ['that refuses a doubtful request', 'unsure', SUCCESS, 422, '{}', ['id: is empty']],
    ['to a doubtful request that is taken', 'unsure', SUCCESS, 200, '{"id":1}', ['id: is empty']],
    ['5xx', 'failed', SUCCESS, 500, '', []],
    ['5xx to a doubtful request', 'failed', SUCCESS, 503, '', ['id: is empty']],
    ['4xx of an operation that declares nothing else', 'kept', FAILURES, 401, '', []],
    ['5xx of an operation that declares nothing else', 'kept', FAILURES, 500, '', []],
    ['4xx that is not declared either', 'refused', FAILURES, 422, '', []],
    ['that is an example written as text', 'flawed', TEXT, 200, '{"id":"seven"}', []],
    ['that no value could be', 'flawed', CLOSED, 200, '{"id":1}', []],
    ['of a problem where none is declared', 'flawed', {}, 500, '{"type":"#NO_RESPONSE"}', []],
    ['5xx where none is declared', 'failed', {}, 500, '{}', []],
  ])('%s is "%s"', (_what, verdict, responses, status, body, doubts) => {
    const { contract, operation } = contractWith({ responses });
    const contentType = body === '' ? '' : 'application/json';
    const answer = { status, contentType, headers: {}, body: Buffer.from(body) };
    expect(judgeAnswer(operation, answer, doubts, knownOf(contract)).verdict).toBe(verdict);
  });

  test.each<[what: string, Verdict, status: number]>([
    ['is "hidden" where another operation takes the request', 'hidden', 422],
    ['is "failed" all the same', 'failed', 500],
  ])('%s', (_what, verdict, status) => {
    const { contract, operation } = contractWith({ responses: SUCCESS });
    const answer = { status, contentType: '', headers: {}, body: Buffer.from('') };
    const known = knownOf(contract, [operation]);
    expect(judgeAnswer(operation, answer, [], known).verdict).toBe(verdict);
  });

  test.each<[what: string, keyword: string, Verdict]>([
    ['what the request should not have had', 'readOnly', 'kept'],
    ['what is wrong with the answer', 'writeOnly', 'broken'],
  ])('follows a report of %s', (_what, keyword, verdict) => {
    const { contract, operation } = contractWith({ responses: SUCCESS });
    const headers = { 'x-mock-violations': JSON.stringify([{ keyword }]) };
    const body = Buffer.from('{"id":1}');
    const answer = { status: 200, contentType: 'application/json', headers, body };
    expect(judgeAnswer(operation, answer, [], knownOf(contract)).verdict).toBe(verdict);
  });

  test('does not read the body of an answer to HEAD', () => {
    const { contract, operation } = contractWith({ responses: SUCCESS }, {}, 'head');
    const answer = { status: 200, contentType: 'application/json', headers: {}, body: Buffer.of() };
    expect(judgeAnswer(operation, answer, [], knownOf(contract)).verdict).toBe('kept');
  });

  test('is "broken" where the server itself reports it', () => {
    const { contract, operation } = contractWith({ responses: SUCCESS });
    const headers = { 'x-mock-violations': '[{"in":"header"}]' };
    const body = Buffer.from('{"id":1}');
    const answer = { status: 200, contentType: 'application/json', headers, body };
    expect(judgeAnswer(operation, answer, [], knownOf(contract))).toEqual({
      verdict: 'broken',
      reasons: ['[{"in":"header"}]'],
    });
  });
});
