import { withCollections } from '../../../src/mock/collections/with-collections.ts';
import { createMock, type MockApi, type MockOptions } from '../../../src/mock/create-mock.ts';
import { askOf } from '../../support/ask-mock.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';

/** Function that asks a mock of a contract whose collections are recognised; an answer that breaks the contract throws. */
export async function askStateful(
  yaml: string,
  more: Partial<MockApi> = {},
  options: MockOptions = {},
) {
  const contract = await contractFromYaml(yaml);
  const mock = createMock({
    ...options,
    apis: [withCollections({ name: 'test', mount: '', contract, ...more })],
    cors: false,
    logError: (error) => {
      throw error;
    },
  });
  const ask = askOf(mock);
  return async (...sent: Parameters<typeof ask>) => {
    const answer = await ask(...sent);
    if (answer.status >= 500) throw new Error(`${sent[0]}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
}
