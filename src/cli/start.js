#!/usr/bin/env node

/** An older one fails at the first file, with a syntax error or an export that it lacks; clients alone run on Node 22, as `engines` says. */
const LEAST_NODE = 24;

// JavaScript, because what Node strips of its types before the cache is on is stripped at every start, by a
// compiler of 12 MB. The cache keeps that work and V8's. All of it is imported here, since an old Node would end before the
// first line otherwise.
if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) {
  console.error(
    `share-contracts needs Node ${LEAST_NODE} or later, and this is ${process.version}. Install one from https://nodejs.org, or in a project with "npm install --save-dev node@${LEAST_NODE}" and run it by an npm script.`,
  );
  process.exitCode = 2;
} else {
  const { enableCache } = await import('./enable-cache.js');
  enableCache();
  await import('./main.ts');
}
