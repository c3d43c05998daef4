export { createCraftkitClient } from '../../../src/clients/craftkit.ts';
