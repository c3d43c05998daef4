import type { FieldStyles } from '../route.ts';
import { asWritten } from './as-written.ts';
import { writeFields } from './write-fields.ts';

/** Writes the members of an object as a form, objects in it as JSON; what `fetch` takes stays as it is. */
export function writeForm(body: unknown, styles?: FieldStyles): BodyInit {
  return asWritten(body) ?? writeFields(Object(body), styles, 'json');
}
