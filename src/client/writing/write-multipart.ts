import { asWritten } from './as-written.ts';

/** Writes the members of an object as parts: files as they are, items apart, objects as JSON. */
export function writeMultipart(body: unknown): BodyInit {
  return asWritten(body) ?? writeParts(Object(body));
}

function writeParts(values: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const item of [value].flat()) {
      if (item !== undefined && item !== null) form.append(name, writePart(item));
    }
  }
  return form;
}

function writePart(value: unknown): string | Blob {
  if (value instanceof Blob) return value;
  if (typeof value !== 'object') return String(value);
  return new Blob([JSON.stringify(value)], { type: 'application/json' });
}
