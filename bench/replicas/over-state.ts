import type { Case } from '../cases.ts';

/** Removes the preference for an example, so that the behaviour responds. */
export function overState({ headers: { prefer: _, ...headers }, ...one }: Case): Case {
  return { ...one, headers };
}

/** The same case in a sandbox; its base URL is that of the server. */
export function inSandbox(one: Case, mount: string, sandbox: string): Case {
  return { ...overState(one), target: `/~${sandbox}${mount}${one.target}` };
}
