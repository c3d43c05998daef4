/** Loads Node's SQLite, without the warning that it is experimental, which some releases of Node 24 print. */
export function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  // The warning is emitted while the module loads, which takes no other code its turn.
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
