import { describe, expect, test } from 'vitest';
import { loadProject } from '../../../src/apis/load-project.ts';
import { readXmlResponse } from '../../../src/clients/read-xml-response.ts';
import {
  normaliseShareDetails,
  normaliseSharedDocument,
} from '../../../src/clients/zoho-writer/normalise-sharing.ts';
import {
  readBoolean,
  readSharedTo,
  readUser,
} from '../../../src/clients/zoho-writer/read-texts.ts';
import { createMock } from '../../../src/mock/create-mock.ts';

const { fetch } = createMock({ apis: await loadProject() });

/** Asks the mock for a documented answer, which the client would read. */
async function ask(path: string, prefer: string, body?: URLSearchParams) {
  const url = `http://mock.test/zoho-writer/api/private/${path}?apikey=x&ticket=y`;
  const init = { headers: { prefer }, ...(body !== undefined && { method: 'POST', body }) };
  const response = await fetch(new Request(url, init));
  const isXml = path.startsWith('xml');
  return await (isXml ? await readXmlResponse(response) : response).json();
}

describe('normaliseShareDetails', () => {
  test.each([
    ['json', 'documented', true, '8000000006005'],
    ['json', 'read-only', false, '8892000000064025'],
    ['xml', 'documented', true, '8892000000064025'],
    ['xml', 'read-only', false, '8892000000064025'],
  ])('gives the same of %s, %s', async (format, example, writepermission, documentId) => {
    const answer = await ask(`${format}/share/8892000000064025`, `example=${example}`);
    expect(normaliseShareDetails(answer)).toEqual({
      documentId,
      documentName: 'Search',
      sharedto: ['jaganath', 'mark'],
      writepermission,
    });
  });
});

describe('normaliseSharedDocument', () => {
  test.each(['json', 'xml'])('gives the same of %s', async (format) => {
    const form = new URLSearchParams({ shareto: 'simon', allowtowrite: 'true' });
    const path = `${format}/shareDocument/8892000000065001`;
    const answer = await ask(path, 'example=documented', form);
    expect(normaliseSharedDocument(answer)).toEqual({
      documentId: '8892000000065001',
      documentName: 'CreatorFormInWriter',
      sharedto: ['merrick', 'martha', 'simon'],
    });
  });
});

test.each([
  ['[jaganath, mark]', ['jaganath', 'mark']],
  ['[a@b.test,c]', ['a@b.test', 'c']],
  ['[mark]', ['mark']],
  ['[]', []],
  ['', []],
  [' [ mark ] ', ['mark']],
])('the users of "%s" are %j', (text, users) => {
  expect(readSharedTo(text)).toEqual(users);
});

test.each(['jaganath, mark', '[jaganath', 'mark]'])('refuses "%s" as a list of users', (text) => {
  expect(() => readSharedTo(text)).toThrow(
    `Users: expected a list in brackets such as "[jaganath, mark]", found "${text}".`,
  );
});

test.each([
  ['merrick', 'merrick'],
  ['"merrick"', 'merrick'],
  ['"', '"'],
])('the user %s is %s', (text, user) => {
  expect(readUser(text)).toBe(user);
});

test.each([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['', false],
  ['read', false],
])('"%s" is %s', (text, value) => {
  expect(readBoolean(text)).toBe(value);
});
