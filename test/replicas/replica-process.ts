import { loadProjectApi } from '../../src/apis/load-project.ts';
import { CONTROL_CONTRACT, SHIPPED_REGISTRY } from '../../src/apis/root.ts';
import { openState } from '../../src/cli/open-state.ts';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { readProject } from '../../src/project/read-project.ts';

/**
 * A replica as `mock --state URL` starts it, with one API: `node replica-process.ts API URL`. It starts in a fraction of the time of
 * the command. Prints the URL at which it listens.
 */
const [name, state] = process.argv.slice(2);
const { apis } = await readProject(SHIPPED_REGISTRY);
const api = apis.find((candidate) => candidate.name === name);
if (api === undefined) throw new Error(`No own API is called "${name}".`);
const opened = await openState({ state }, console.error);
const mock = createMock({
  apis: [await loadProjectApi(api, loadContract)],
  control: { loadContract: () => loadContract(CONTROL_CONTRACT) },
  shareSandboxes: opened?.share,
});
const { url } = await mock.listen({ port: 0, host: '127.0.0.1' });
console.log(`listening: ${url}`);
