/** Request that a form sends. */
export interface FormRequest {
  readonly url: string;
  readonly method: string;
  /** One field a line, as `Accept: application/json`. */
  readonly headers: string;
  readonly body: string;
}

/** What came of it. */
export interface FormAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** `undefined` for bytes that are no text. */
  readonly body: string | undefined;
  readonly size: number;
  readonly milliseconds: number;
}

/** Sends a request; rejects with what is wrong, where there is no answer. */
export async function sendRequest({
  url,
  method,
  headers,
  body,
}: FormRequest): Promise<FormAnswer> {
  const hasBody = body !== '' && method !== 'GET' && method !== 'HEAD';
  const startedAt = performance.now();
  const response = await fetch(url, {
    method,
    headers: readFields(headers),
    redirect: 'manual',
    cache: 'no-store',
    ...(hasBody && { body }),
  }).catch(() => {
    throw new Error('No answer came. Is the mock running, or has a fault of the sandbox struck?');
  });
  if (response.type === 'opaqueredirect') {
    throw new Error('The mock answered with a redirect, which pages are not shown. Try "curl".');
  }
  const bytes = await response.arrayBuffer().catch(() => {
    throw new Error('The answer ended amid its body.');
  });
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers].filter(([name]) => !name.startsWith('access-control-')),
    body: readText(bytes),
    size: bytes.byteLength,
    milliseconds: performance.now() - startedAt,
  };
}

/** Throws for a line that is no field. */
function readFields(text: string): [string, string][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name, value = ''] = /^\s*([^:\s]+)\s*:(.*)$/.exec(line) ?? [];
      if (name === undefined)
        throw new Error(`Expected a header such as "Accept: text/plain", found "${line}".`);
      return [name, value.trim()];
    });
}

function readText(bytes: ArrayBuffer): string | undefined {
  if (bytes.byteLength === 0) return '';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
