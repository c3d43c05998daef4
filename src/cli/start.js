#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// JavaScript, because what Node strips of its types before the cache is on is stripped at every start, by a
// compiler of 12 MB. The cache keeps that work and V8's, in the temporary folder; without one nothing is kept.
enableCompileCache();
await import('./main.ts');
