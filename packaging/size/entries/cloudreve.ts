export { createCloudreveClient } from '../../../src/clients/cloudreve.ts';
