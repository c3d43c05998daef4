import { enableCompileCache } from 'node:module';

// JavaScript, for the same reason as `start.js`.
enableCompileCache();
await import('./check-one.ts');
