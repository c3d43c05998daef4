import { isJsonObject } from '../model/json-cursor.ts';
import type { IsSecret } from './secret-name.ts';
import { MASK } from './secret-shape.ts';

/** Members that name what stands beside them in `value`, as in `{ "name": "password", "value": "…" }`. */
const NAMING = ['name', 'key'];

/** How secrets are told, and how a text that is none by its name is masked. */
export interface ValueMasking {
  readonly isSecret: IsSecret;
  readonly maskText: (text: string) => string;
}

/** Masks the members of a JSON value that have secret names, of whatever type, and all texts in it. */
export function maskValue(value: unknown, masking: ValueMasking): unknown {
  if (typeof value === 'string') return masking.maskText(value);
  if (Array.isArray(value)) return value.map((item) => maskValue(item, masking));
  if (!isJsonObject(value)) return value;
  const isNamed = NAMING.some((name) => isSecretText(value[name], masking.isSecret));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      masking.isSecret(name) || (isNamed && name === 'value')
        ? hide(member)
        : maskValue(member, masking),
    ]),
  );
}

/** An empty value shows that none was sent. */
function hide(value: unknown): unknown {
  return value === null || value === '' ? value : MASK;
}

function isSecretText(value: unknown, isSecret: IsSecret): boolean {
  return typeof value === 'string' && isSecret(value);
}
