import { buildConsole } from './build-console.ts';

// `npm run build:console`: makes dist/console/, which the mock serves at `/`.
await buildConsole('dist/console');
