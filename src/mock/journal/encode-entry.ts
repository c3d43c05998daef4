import type { Contract } from '../../contract/model/contract.ts';
import { createSlot, type EntrySlot, readSlot, writeSlot } from './entry-slot.ts';
import type { JournalEntry } from './journal-entry.ts';

/** Most bytes that are kept of one body in a store, which has to send them all. */
const MAX_STORED_BODY = 16 * 1024;

type Stored = Pick<
  EntrySlot,
  'requestSize' | 'responseSize' | 'textEnd' | 'requestEnd' | 'responseEnd'
> & {
  readonly entry: Omit<NonNullable<EntrySlot['entry']>, 'contract'>;
  /** In Base64. */
  readonly bytes: string;
};

/** Writes an entry as a text for another server; long bodies are cut. */
export function encodeEntry(entry: JournalEntry): string {
  const slot = createSlot();
  writeSlot(slot, entry, MAX_STORED_BODY);
  const { entry: written, bytes, number: _, ...rest } = slot;
  const { contract: __, ...named } = written ?? entry;
  const content = bytes.subarray(0, slot.responseEnd).toString('base64');
  return JSON.stringify({ ...rest, entry: named, bytes: content });
}

/** Reads an entry that another server wrote; `undefined` for a text of another release. */
export function decodeEntry(
  text: string,
  findContract: (api: string) => WeakRef<Contract> | undefined,
): JournalEntry | undefined {
  const stored: Stored = JSON.parse(text);
  if (!Number.isInteger(stored.responseEnd)) return undefined;
  const { api } = stored.entry;
  const contract = api === undefined ? undefined : findContract(api);
  const bytes = Buffer.from(stored.bytes, 'base64');
  return readSlot({ ...createSlot(), ...stored, bytes, entry: { ...stored.entry, contract } });
}
