/** Loads Node's SQLite, without the ExperimentalWarning that some releases of Node 24 print. */
export function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  // Loading is synchronous, so no other code can emit a warning meanwhile.
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
