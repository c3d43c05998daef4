/** Checks that zod lacks, as the text of a generated file, by name. */
const CHECKS: ReadonlyMap<string, string> = new Map([
  [
    'uniqueItems',
    `const uniqueItems = z.refine<readonly unknown[]>(
    (items) => new Set(items.map((item) => JSON.stringify(item))).size === items.length,
    'Expected items that differ',
);`,
  ],
  [
    'propertyNames',
    `const propertyNames = (names: readonly string[], patterns: readonly string[]) =>
    z.refine<object>(
        (value) => Object.keys(value).every((key) => names.includes(key) || patterns.some((pattern) => new RegExp(pattern, 'u').test(key))),
        \`Expected no other keys than \${[...names, ...patterns].join(', ')}\`,
    );`,
  ],
  [
    'minProperties',
    `const minProperties = (count: number) =>
    z.refine<object>((value) => Object.keys(value).length >= count, \`Expected at least \${count} keys\`);`,
  ],
  [
    'maxProperties',
    `const maxProperties = (count: number) =>
    z.refine<object>((value) => Object.keys(value).length <= count, \`Expected at most \${count} keys\`);`,
  ],
  [
    'dependentRequired',
    `const dependentRequired = (names: Readonly<Record<string, readonly string[]>>) =>
    z.refine<object>(
        (value) => Object.entries(names).every(([key, others]) => !Object.hasOwn(value, key) || others.every((other) => Object.hasOwn(value, other))),
        'Expected keys that belong together',
    );`,
  ],
  [
    'notTogether',
    `const notTogether = (names: Readonly<Record<string, string>>) =>
    z.refine<object>(
        (value) => !Object.entries(names).every(([key, type]) => Object.hasOwn(value, key) && (type === '' || typeof Reflect.get(value, key) === type)),
        \`Expected not all of the keys \${Object.keys(names).join(', ')}\`,
    );`,
  ],
  [
    'requiredWhen',
    `const requiredWhen = (when: Readonly<Record<string, unknown>>, names: readonly string[]) =>
    z.refine<object>(
        (value) => !Object.entries(when).every(([key, wanted]) => Object.hasOwn(value, key) && Reflect.get(value, key) === wanted) || names.every((name) => Object.hasOwn(value, name)),
        \`Expected the keys \${names.join(', ')}\`,
    );`,
  ],
  [
    'timeWithOffset',
    `const timeWithOffset = () =>
    z.string().check(z.regex(/^([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):?[0-5]\\d)$/));`,
  ],
  [
    // Zod's `url` takes white space around it.
    'absoluteUri',
    `const absoluteUri = () =>
    z.string().check(z.regex(/^(?:[\\w\\-.~:/?#[\\]@!$&'"()*+,;=]|%[\\da-f]{2})+$/i), z.url());`,
  ],
  [
    // Characters of a URI, https://www.rfc-editor.org/rfc/rfc3986#section-2; zod has no format for it.
    'uriReference',
    `const uriReference = () =>
    z.string().check(z.regex(/^(?:[\\w\\-.~:/?#[\\]@!$&'"()*+,;=]|%[\\da-f]{2})*$/i));`,
  ],
]);

/** Puts the checks that a generated text uses behind its imports. */
export function addChecks(text: string): string {
  const used = [...CHECKS].filter(([name]) =>
    [`${name}(`, `(${name})`, ` ${name})`].some((use) => text.includes(use)),
  );
  if (used.length === 0) return text;
  const end = text.indexOf('\n', text.indexOf('import ')) + 1;
  const checks = used.map(([, check]) => `\n${check}\n`).join('');
  return text.slice(0, end) + checks + text.slice(end);
}
