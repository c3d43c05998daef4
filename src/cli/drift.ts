export async function runDrift(options: unknown, e: unknown): Promise<number> {
  return options === e ? 1 : 0;
}
