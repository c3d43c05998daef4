import { readFile } from 'node:fs/promises';

/** Reads the resident memory of process trees in MB; nothing on a system without `/proc`. */
export async function readMemory(pids: readonly number[]): Promise<number | undefined> {
  const sizes = await Promise.all(pids.map(readTree));
  return sizes.some(Number.isNaN) ? undefined : sum(sizes) / 1e6;
}

/** Reads the resident memory of one process in MB; nothing on a system without `/proc`. */
export async function readOwnMemory(pid: number): Promise<number | undefined> {
  const bytes = await readBytes(pid);
  return Number.isNaN(bytes) ? undefined : bytes / 1e6;
}

/**
 * Reads the bytes of a process and its descendants: `status` and `task/[tid]/children`,
 * https://man7.org/linux/man-pages/man5/proc.5.html.
 */
async function readTree(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const below = await Promise.all((children.match(/\d+/g) ?? []).map(Number).map(readTree));
  return (await readBytes(pid)) + sum(below);
}

async function readBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return Number(kibibytes) * 1024;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
