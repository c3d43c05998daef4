import { relative } from 'node:path';
import type { ClientSource } from '../samples/client-source.ts';

/** Client that `generate` writes into a folder, as a module in the folder of the registry imports it. */
export function generatedClient(root: string, output: string): ClientSource {
  const folder = relative(root, output).replaceAll('\\', '/');
  const module = folder.startsWith('..') ? folder : `./${folder}`;
  return { module: `${module}/client.ts`, factory: 'createClient' };
}
