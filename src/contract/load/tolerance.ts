import { ContractError } from '../model/contract-error.ts';

/** Finding that does not keep the rest of a document from being used. */
export interface Slip {
  /** JSON Pointer in the bundled document. */
  readonly pointer: string;
  readonly problem: string;
  /** What the author can do about it, as a sentence. */
  readonly remedy: string;
}

/** What becomes of a part of a document that cannot be read. */
export interface Tolerance {
  /** Reads a part; `without` gives what takes its place if it throws ContractError. */
  readonly attempt: <T>(read: () => T, without: (error: ContractError) => T) => T;
  readonly note: (slip: Slip) => void;
}

/** Any part that cannot be read is an error. */
export const STRICT: Tolerance = { attempt: (read) => read(), note: () => {} };

/** Reads around what cannot be read, and notes each such part once. */
export function createTolerance(): Tolerance & { readonly slips: readonly Slip[] } {
  const slips: Slip[] = [];
  return {
    slips,
    note: (slip) => slips.push(slip),
    attempt: (read, without) => {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof ContractError)) throw error;
        const { pointer = '', message: problem, remedy, isKnown } = error;
        if (!isKnown) slips.push({ pointer, problem, remedy });
        return without(error);
      }
    },
  };
}
