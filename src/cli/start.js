#!/usr/bin/env node
import { enableCache } from './enable-cache.js';

// JavaScript, because what Node strips of its types before the cache is on is stripped at every start, by a
// compiler of 12 MB. The cache keeps that work and V8's.
enableCache();
await import('./main.ts');
