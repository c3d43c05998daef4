/** Bytes of the database header that SQLite leaves 0, https://www.sqlite.org/fileformat2.html#the_database_header. */
export const MARK_OFFSET = 72;
export const MARK_SIZE = 20;
/** Begins a mark: "shct" in ASCII. */
const MAGIC = 0x73686374;

/** What is marked in a file. */
export interface Mark {
  /** Number of the last change that was acknowledged. */
  readonly sequence: number;
  /** Random number of the server that has the file open, by which it knows its own marks. */
  readonly owner: bigint;
}

/** Writes a mark. */
export function encodeMark({ sequence, owner }: Mark): Buffer {
  const bytes = Buffer.alloc(MARK_SIZE);
  bytes.writeUInt32BE(MAGIC);
  bytes.writeBigUInt64BE(BigInt(sequence), 4);
  bytes.writeBigUInt64BE(owner, 12);
  return bytes;
}

/** Reads the number from a mark; 0 where there is none. */
export function decodeMark(bytes: Buffer): number {
  return bytes.readUInt32BE() === MAGIC ? Number(bytes.readBigUInt64BE(4)) : 0;
}
