import type { BehaviourSettings } from '../../../src/mock/create-mock.ts';
import { type Answered, type MakeMock, sandboxMockOf } from '../../support/sandbox-mock.ts';

export type Format = 'json' | 'xml';

export const FORMATS: readonly Format[] = ['json', 'xml'];

/** Ids of the sample documents, and one that nobody created. */
export const SEARCH = '8892000000064025';
export const SEARCH_IN_JSON = '8000000006005';
export const FORM = '8892000000065001';
export const LAPTOPS = '8892000000064009';
export const RESUME = '7000000004003';
export const WELCOME = '6000000046043';
export const OTHER = '1234567890123';

/** Form that shares a document. */
export function share(shareto: string, allowtowrite = 'true') {
  return { shareto, allowtowrite };
}

/** Answer of which texts can be read in the same way in both formats. */
export interface Told extends Pick<Answered, 'status' | 'body'> {
  /** Texts under a name, wherever it stands, in the order of the answer. */
  readonly texts: (name: string) => string[];
}

/** Calls a path below the format, by POST where a form is given. */
export type Tell = (
  format: Format,
  path: string,
  form?: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
) => Promise<Told>;

/** Account of the mock whose calls carry an API key and the ticket `y`. */
export function openAccount(settings?: Partial<BehaviourSettings>): Tell {
  return tellThrough(sandboxMockOf('zoho-writer', settings).ask);
}

/** Accounts of one mock, each in a fresh sandbox, for tests that need hundreds of them. */
export function openAccounts(make?: MakeMock, space = ''): () => Tell {
  const { ask } = sandboxMockOf('zoho-writer', {}, undefined, make);
  let opened = 0;
  return () => {
    opened += 1;
    const sandbox = `${space}account-${opened}`;
    return tellThrough((request, options) => ask(request, { ...options, sandbox }));
  };
}

/** Calls in the way of an account through a mock of one's own. */
export function tellThrough(
  ask: (
    request: string,
    options: { headers: Readonly<Record<string, string>>; body?: string },
  ) => Promise<Pick<Answered, 'status' | 'body'>>,
): Tell {
  return async (format, path, form, headers = {}) => {
    const keys = `${path.includes('?') ? '&' : '?'}apikey=x&ticket=y`;
    const request = `${form ? 'POST' : 'GET'} /api/private/${format}${path}${keys}`;
    const { status, body } = await ask(request, {
      headers: { ...(form && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
      ...(form && { body: new URLSearchParams(form).toString() }),
    });
    return {
      status,
      body,
      texts: (name) => (format === 'json' ? textsOfJson(body, name) : textsOfXml(body, name)),
    };
  };
}

function textsOfJson(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === name ? [member].flat().map(String) : textsOfJson(member, name),
  );
}

function textsOfXml(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(
    ([, text = '']) => text,
  );
}
