import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Makes a text of a format; different ones for different numbers, as far as there are. */
type Sample = (index: number, filler: string) => string;

/** Moment of Prism's own samples. */
const START = Date.UTC(2019, 7, 24, 14, 15, 22);
const DAY = 24 * 60 * 60 * 1000;

/**
 * Samples of formats, the usual one first:
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3.
 */
const SAMPLES: Readonly<Record<string, readonly Sample[]>> = {
  date: [(index) => dateTime(index).slice(0, 10)],
  'date-time': [dateTime],
  'iso-date-time': [dateTime],
  time: [(index) => dateTime(index).slice(11)],
  'iso-time': [(index) => dateTime(index).slice(11)],
  duration: [(index) => `P${index + 1}D`],
  email: [
    (index, filler) => `user${number(index)}@${labels(filler)}example.com`,
    (index) => `${letter(index)}@b.c`,
  ],
  'idn-email': [(index, filler) => `user${number(index)}${filler}@example.com`],
  hostname: [(index, filler) => `${labels(filler)}example${number(index)}.com`, letter],
  'idn-hostname': [(index, filler) => `${labels(filler)}example${number(index)}.com`, letter],
  ipv4: [(index) => `192.168.${Math.floor(index / 256) % 256}.${index % 256}`],
  ipv6: [(index) => `2001:db8::${(index + 1).toString(16)}`],
  uri: [address, (index) => `${letter(index)}:b`],
  url: [address, (index) => `ftp://${letter(index)}.bc`],
  iri: [address, (index) => `${letter(index)}:b`],
  'uri-reference': [(index, filler) => `../dictionary${number(index)}${filler}`, letter],
  'iri-reference': [(index, filler) => `../dictionary${number(index)}${filler}`, letter],
  'uri-template': [
    (index, filler) => `http://example.com/${number(index)}${filler}{endpoint}`,
    letter,
  ],
  uuid: [(index) => `497f6eca-6276-4993-bfeb-${(0x53cbbbba6f08 + index).toString(16)}`],
  'json-pointer': [
    (index, filler) => `/json/pointer${number(index)}${filler}`,
    (index) => `/${letter(index)}`,
  ],
  'json-pointer-uri-fragment': [(index, filler) => `#/json/pointer${number(index)}${filler}`],
  'relative-json-pointer': [
    (index, filler) => `${index + 1}/pointer${filler}`,
    (index) => String(index),
  ],
  regex: [(index, filler) => `^regex${number(index)}${filler}$`, letter],
  byte: [
    (index, filler) => btoa(`string${number(index)}${filler.slice(Math.ceil(filler.length / 4))}`),
    () => 'AAAA',
  ],
};

/** Lists texts of a format, of at least so many characters where the format has longer ones. */
export function* sampleFormat(format: string, index: number, least: number): Generator<string> {
  for (const sample of SAMPLES[format] ?? []) {
    const text = sample(index, '');
    yield text;
    if (text.length < least) yield sample(index, 'a'.repeat(least - text.length));
  }
}

/** Whether a text is of a format; any text is of an unknown one. */
export function isOfFormat(name: string, text: string): boolean {
  const format = Object.entries(fullFormats).find(([known]) => known === name)?.[1];
  if (typeof format === 'function') return format(text);
  if (format instanceof RegExp) return format.test(text);
  // Formats of numbers mean nothing for a text.
  if (typeof format !== 'object' || format.type === 'number') return true;
  const { validate } = format;
  if (validate instanceof RegExp) return validate.test(text);
  if (typeof validate !== 'function') return true;
  const isValid: unknown = Reflect.apply(validate, undefined, [text]);
  return isValid === true;
}

function dateTime(index: number): string {
  return new Date(START + index * DAY + index * 1000).toISOString().replace('.000Z', 'Z');
}

function address(index: number, filler: string): string {
  const path = `${number(index)}${filler}`;
  return path === '' ? 'http://example.com' : `http://example.com/${path}`;
}

/** The first one has no number. */
function number(index: number): string {
  return index === 0 ? '' : String(index);
}

function letter(index: number): string {
  return String.fromCharCode(97 + (index % 26));
}

/** Splits a filler into labels, of at most 63 characters, that end with a dot. */
function labels(filler: string): string {
  return filler.length === 0 ? '' : `${filler.match(/.{1,60}/g)?.join('.')}.`;
}
