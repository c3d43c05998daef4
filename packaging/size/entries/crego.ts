export { createCregoClient } from '../../../src/clients/crego.ts';
