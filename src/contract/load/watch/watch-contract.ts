import { isAbsolute } from 'node:path';
import type { Contract } from '../../model/contract.ts';
import { loadContract } from '../load-contract.ts';
import { listReferences } from './list-references.ts';
import { type FileChange, type FileWatch, watchFiles } from './watch-files.ts';

export interface ContractListener {
  /** Loads the contract of a file; `loadContract` by default. */
  readonly load?: (file: string) => Promise<Contract>;
  /** Called with the reloaded contract and the milliseconds since its change was noticed. */
  readonly onReload: (contract: Contract, milliseconds: number) => void;
  /** Called with the error when a changed contract cannot be loaded, or when `onReload` throws. */
  readonly onFailure: (error: unknown) => void;
  /** Called with the system error that ended the watch. */
  readonly onEnd: (error: unknown) => void;
}

/**
 * Reloads a contract whenever a file of its bundle changes; does not keep the process alive.
 *
 * `since` is when loading began, in milliseconds of the epoch. After a failure it watches the files
 * of the last good contract and those that the broken one refers to.
 */
export function watchContract(
  { file, files }: Contract,
  since: number,
  { load = loadContract, onReload, onFailure, onEnd }: ContractListener,
): FileWatch {
  let good = localFiles(files);
  let isClosed = false;
  const watch = watchFiles({ files: good, since, onChange: reload, onEnd });
  return {
    close: () => {
      isClosed = true;
      watch.close();
    },
  };

  async function reload({ noticedAt, isOutdated }: FileChange): Promise<readonly string[]> {
    try {
      const contract = await load(file);
      if (isClosed) return good;
      onReload(contract, performance.now() - noticedAt);
      good = localFiles(contract.files);
      return good;
    } catch (error) {
      if (!isClosed && !isOutdated()) onFailure(error);
      return [...new Set([...good, ...listReferences(file)])];
    }
  }
}

/** Drops URLs, which cannot be watched. */
function localFiles(files: readonly string[]): string[] {
  return files.filter((file) => isAbsolute(file));
}
