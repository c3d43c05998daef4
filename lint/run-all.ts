import { spawnSync } from 'node:child_process';

// Runs all of the scripts of package.json that are named, whatever one of them finds, and fails if any of them does.
const names = process.argv.slice(2);
const failed = names.filter(
  (name) => spawnSync(process.execPath, ['--run', name], { stdio: 'inherit' }).status !== 0,
);
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}. Each can be run by itself.`);
process.exitCode = failed.length === 0 ? 0 : 1;
