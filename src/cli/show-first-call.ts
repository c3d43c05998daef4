import { placeApi } from '../apis/load-project.ts';
import type { Contract } from '../contract/model/contract.ts';
import { listMethods } from '../generate/list-methods.ts';
import { generatedClient } from '../project/generated-client.ts';
import type { ProjectApi } from '../project/project.ts';

/** Where the mock serves unless it is told otherwise. */
const ORIGIN = 'http://127.0.0.1:4010';

/** Shows how an API of a project is served and called, as commands and TypeScript for a file in its folder. */
export function showFirstCall(
  root: string,
  api: Pick<ProjectApi, 'name' | 'mount' | 'output'>,
  contract: Contract,
): string {
  const { mount } = placeApi(api, contract);
  const { module } = generatedClient(root, api.output);
  return `Serve it:
  npx share-contracts mock --stateful
Call it:
  import { createClient } from '${module}';
  const ${CLIENT} = createClient({ baseUrl: '${ORIGIN}${mount}' });${showCall(contract)}`;
}

const CLIENT = 'api';

/** A call of an operation that needs no more than its name, if there is one. */
function showCall(contract: Contract): string {
  const method = listMethods(contract).find(
    ({ operation }) =>
      operation.method === 'get' && operation.parameters.every(({ required }) => !required),
  );
  return method === undefined ? '' : `\n  console.log(await ${CLIENT}.${method.name}());`;
}
