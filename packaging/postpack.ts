import { restoreManifest } from './source-manifest.ts';

// After `npm pack` and `npm publish`.
restoreManifest();
