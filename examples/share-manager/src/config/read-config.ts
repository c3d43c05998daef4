/** Where the page finds its provider; `public/config.json` has it, so that one build serves every place. */
export interface Config {
  /** Base URL of Crego, or of a mock of it. */
  readonly crego: string;
  /** Bearer token. An application with users gets it when they sign in. */
  readonly token: string;
  /** Id of the document whose links are shown. */
  readonly document: string;
  /** Milliseconds that an answer may take. */
  readonly timeout: number;
}

/** Reads `config.json`; throws an Error that says which member is wrong. */
export function readConfig(value: unknown): Config {
  const { crego, token, document, timeout }: Record<string, unknown> = Object(value);
  return {
    crego: readText('crego', crego),
    token: readText('token', token),
    document: readText('document', document),
    timeout: readTime('timeout', timeout),
  };
}

function readText(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`config.json, ${name}: expected a text, found ${JSON.stringify(value)}.`);
}

function readTime(name: string, value: unknown): number {
  if (typeof value === 'number' && value > 0) return value;
  throw new Error(`config.json, ${name}: expected milliseconds, found ${JSON.stringify(value)}.`);
}
