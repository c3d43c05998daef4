/** Name under which the control token is kept for this tab alone. */
const KEY = 'mock-control-token';

/** Reads the control token that was given in this tab; `undefined` where none was, or nothing can be kept. */
export function readToken(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the control token until this tab is closed. */
export function keepToken(token: string): void {
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // A browser that keeps nothing asks for it again.
  }
}
