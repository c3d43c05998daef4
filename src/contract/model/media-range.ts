import { bodyFormat, essence } from './media-type.ts';

/** Media types for ranges whose format follows from their name. */
const TYPICAL: Readonly<Record<string, string>> = {
  'text/*': 'text/plain',
  'image/*': 'image/png',
  'audio/*': 'audio/mpeg',
  'video/*': 'video/mp4',
  'font/*': 'font/woff2',
  'multipart/*': 'multipart/mixed',
};

/** Whether a media type is a range such as `image/*`, `application/*+json` or `*\/*`. */
export function isRange(mediaType: string): boolean {
  return mediaType.includes('*');
}

/** Writes `*`, which some descriptions have for any media type, as the range that means it. */
export function nameRange(mediaType: string): string {
  return mediaType.trim() === '*' ? '*/*' : mediaType;
}

/**
 * Whether a range includes a media type. `application/*+json` includes `application/json` too: it is
 * how authors declare all JSON.
 */
export function includesType(range: string, mediaType: string): boolean {
  const [wanted, type] = [essence(range), essence(mediaType)];
  const [group, name = ''] = wanted.split('/');
  if (wanted === '*/*') return true;
  if (type.split('/')[0] !== group) return false;
  if (!name.startsWith('*+')) return name === '*' || wanted === type;
  return type.endsWith(name.slice(1)) || type === `${group}/${name.slice(2)}`;
}

/** Names a media type of a range for a body; any other media type stands for itself. */
export function nameType(range: string, body: unknown): string {
  const type = essence(range);
  if (!isRange(type)) return range;
  if (type.includes('+')) return type.replace('*+', '');
  const typical = TYPICAL[type];
  if (typical !== undefined) return typical;
  if (body instanceof Uint8Array) return 'application/octet-stream';
  if (typeof body !== 'string') return 'application/json';
  return type === 'application/*' ? 'application/octet-stream' : 'text/plain';
}

/** Whether a body can be written in a media type: an object is no image, and bytes are no text. */
export function canHold(mediaType: string, body: unknown): boolean {
  const format = bodyFormat(mediaType);
  if (body instanceof Uint8Array) return format === 'binary';
  return typeof body !== 'object' || body === null || !['text', 'binary'].includes(format);
}
