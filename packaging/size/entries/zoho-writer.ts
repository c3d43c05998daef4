export { createZohoWriterClient } from '../../../src/clients/zoho-writer.ts';
