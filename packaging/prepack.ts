import { replaceManifest, restoreManifest } from './source-manifest.ts';

// Before `npm pack` and `npm publish`. npm reads the manifest once more after this, and knows no exports that differ
// between a repository and its package: https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-scripts.
restoreManifest();
await import('./build.ts');
replaceManifest();
