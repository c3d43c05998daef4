import { BaseResolver, createConfig, lint, makeDocumentFromString } from '@redocly/openapi-core';
import sharePlugin from '../../../openapi/rules/plugin.ts';

/** Problem that a rule reports: its text, and the file and JSON pointer that it points at. */
export interface Finding {
  readonly message: string;
  readonly at: string;
}

const HEAD = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';

/**
 * Runs one rule of the plugin through the real linter.
 *
 * @param spec YAML of the entry file `openapi.yaml` without its `openapi` and `info`.
 * @param files YAML of further files, by the name under which the spec refers to them.
 */
export async function lintSpec(
  rule: string,
  spec: string,
  files: Record<string, string> = {},
): Promise<Finding[]> {
  const config = await createConfig({ plugins: [sharePlugin()], rules: { [rule]: 'error' } });
  const externalRefResolver = new BaseResolver();
  for (const [name, text] of Object.entries({ ...files, 'openapi.yaml': HEAD + spec })) {
    const document = makeDocumentFromString(text, `/${name}`);
    externalRefResolver.cache.set(`/${name}`, Promise.resolve(document));
  }
  const problems = await lint({ ref: '/openapi.yaml', config, externalRefResolver });
  return problems.map(({ message, location: [place] }) => {
    const pointer = place && 'pointer' in place ? place.pointer : undefined;
    return { message, at: `${place?.source?.absoluteRef.slice(1)}${pointer}` };
  });
}
