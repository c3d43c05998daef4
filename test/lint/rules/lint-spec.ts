import { BaseResolver, createConfig, lint, makeDocumentFromString } from '@redocly/openapi-core';
import sharePlugin from '../../../src/lint/plugin.ts';

/** Problem that a rule reports: its text, and the file and JSON pointer that it points at. */
export interface Finding {
  readonly message: string;
  readonly at: string;
  /** Given where the rule has options. */
  readonly severity?: string;
}

const INFO = 'info: { title: Test, version: "1" }\n';

/**
 * Runs one rule of the plugin through the real linter.
 *
 * @param spec YAML of the entry file `openapi.yaml` without its `openapi`, unless it is another version than 3.1.0, and its `info`.
 * @param files YAML of further files, by the name under which the spec refers to them.
 */
export async function lintSpec(
  rule: string,
  spec: string,
  files: Record<string, string> = {},
  setting: 'error' | { severity: 'error'; [option: string]: string } = 'error',
): Promise<Finding[]> {
  const config = await createConfig({ plugins: [sharePlugin()], rules: { [rule]: setting } });
  const externalRefResolver = new BaseResolver();
  const entry = INFO + (/^(?:openapi|swagger):/.test(spec) ? spec : `openapi: 3.1.0\n${spec}`);
  for (const [name, text] of Object.entries({ ...files, 'openapi.yaml': entry })) {
    const document = makeDocumentFromString(text, `/${name}`);
    externalRefResolver.cache.set(`/${name}`, Promise.resolve(document));
  }
  const problems = await lint({ ref: '/openapi.yaml', config, externalRefResolver });
  return problems.map(({ message, severity, location: [place] }) => {
    const pointer = place && 'pointer' in place ? place.pointer : undefined;
    const at = `${place?.source?.absoluteRef.slice(1)}${pointer}`;
    return { message, at, ...(setting !== 'error' && { severity }) };
  });
}
