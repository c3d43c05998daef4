import type { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * Simple expressions for values that are usual and valid, by format.
 *
 * They take a tenth of the time of the whole check, which decides on any other value.
 */
const USUAL: Readonly<Record<string, RegExp>> = {
  // Upper case, on no leap day and in no leap second.
  'date-time':
    /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
  uri: /^[a-z]+:\/\/(?:\w+@)?[a-z\d_.-]+(?::\d+)?(?:\/[\w.~-]*)*(?:\?[\w.~&=-]*)?$/,
};

/** Has formats look for usual values first; what is valid does not change. */
export function lookForUsualFormats(ajv: Ajv2020): void {
  for (const [name, usual] of Object.entries(USUAL)) {
    const format = ajv.formats[name];
    const whole = typeof format === 'object' && 'validate' in format ? format.validate : format;
    if (!isCheck(whole)) throw new Error(`The format "${name}" has no function.`);
    ajv.addFormat(name, (text: string) => usual.test(text) || whole(text));
  }
}

function isCheck(value: unknown): value is (text: string) => boolean {
  return typeof value === 'function';
}
