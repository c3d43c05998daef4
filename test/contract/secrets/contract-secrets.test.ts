import { describe, expect, test } from 'vitest';
import { secretsOf } from '../../../src/contract/secrets/contract-secrets.ts';
import { contractOf } from '../../support/test-contract.ts';

function pathItem(...parameters: string[]) {
  return { get: { parameters: parameters.map((name) => ({ name, in: 'path', required: true })) } };
}

describe('secretsOf', () => {
  const contract = contractOf({
    paths: {
      '/Docs/{id}/shares': pathItem('id'),
      '/Links/{id}.{shareToken}/view/': pathItem('id', 'shareToken'),
    },
  });

  test('says which segments of a template are secret, from its end', () => {
    const { segments } = secretsOf(contract);
    expect([...segments]).toEqual([
      ['/Docs/{id}/shares', []],
      ['/Links/{id}.{shareToken}/view/', [-3]],
    ]);
  });

  test('says which words are spelled out, and which of them lead to a secret', () => {
    const { names, literals, beforeSecret } = secretsOf(contract);
    expect([...names]).toEqual(['sharetoken']);
    expect([...literals]).toEqual(['docs', 'shares', 'links', 'view']);
    expect([...beforeSecret]).toEqual(['links']);
  });

  test('understands path keys with more than literal text and names', () => {
    const { segments, literals, beforeSecret } = secretsOf(
      contractOf({
        paths: {
          '/caf%C3%A9/{+token}': pathItem('token'),
          '/Open/{token}?beta=/x#y': pathItem('token'),
        },
      }),
    );
    expect([...segments.values()]).toEqual([[-1], [-1]]);
    expect([...literals]).toEqual(['café', 'open']);
    expect([...beforeSecret]).toEqual(['café', 'open']);
  });

  test('reads a contract once', () => {
    expect(secretsOf(contract)).toBe(secretsOf(contract));
  });
});
