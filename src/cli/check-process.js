import { enableCache } from './enable-cache.js';

// JavaScript, for the same reason as `start.js`.
enableCache();
await import('./check-one.ts');
