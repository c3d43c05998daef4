import { join } from 'node:path';
import { generatedClient } from '../../src/project/generated-client.ts';
import type { Project, ProjectApi } from '../../src/project/project.ts';

/** Project of one API in a folder, whose contract is `openapi/notes.yaml`. */
export function projectIn(root: string, apis = [apiIn(root, 'notes')]): Project {
  return { file: join(root, 'redocly.yaml'), root, apis, workflows: [] };
}

/** API of such a project, whose contract is `openapi/<name>.yaml`. */
export function apiIn(root: string, name: string, settings: Partial<ProjectApi> = {}): ProjectApi {
  const output = join(root, 'src', 'generated', name);
  return {
    name,
    contract: join(root, 'openapi', `${name}.yaml`),
    mount: undefined,
    isStrict: true,
    output,
    client: generatedClient(root, output),
    ...settings,
  };
}
