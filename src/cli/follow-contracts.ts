import { watchContract } from '../contract/load/watch/watch-contract.ts';
import type { FileWatch } from '../contract/load/watch/watch-files.ts';
import type { Contract } from '../contract/model/contract.ts';
import { ContractError } from '../contract/model/contract-error.ts';
import type { Mock, MockApi } from '../mock/create-mock.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { formatCollectionChanges } from './format-collections.ts';
import { formatReload } from './reload-message.ts';

/** APIs of a mock server; a reload puts another list in the place of `apis`. */
export interface ServedApis {
  apis: readonly MockApi[];
  /** The same API by another contract. */
  readonly withContract: (api: MockApi, contract: Contract) => MockApi;
  /** Throws ContractError for a contract that cannot be served. */
  readonly load: (file: string) => Promise<Contract>;
  /** Finds beside serving what is wrong with a contract, and says it or throws it as ContractError. */
  readonly checkBeside: (contract: Contract) => Promise<void>;
}

/**
 * Serves each contract anew when a file of it changes, and says so; `since` is the time when loading began.
 *
 * A contract that cannot be loaded leaves the last good one in its place.
 */
export function followContracts(
  served: ServedApis,
  mock: Mock,
  since: number,
  say: CliEnvironment['say'],
): FileWatch {
  const watches = served.apis.map((first) => {
    let api = first;
    return watchContract(first.contract, since, {
      load: served.load,
      onReload: (contract, milliseconds) => {
        const next = served.withContract(api, contract);
        mock.replace(next);
        served.apis = served.apis.map((old) => (old === api ? next : old));
        say(formatReload(next, api.mount, milliseconds));
        for (const line of formatCollectionChanges(api, next)) say(line);
        api = next;
        served.checkBeside(contract).catch(report);
      },
      onFailure: (error) => {
        report(error);
        say('Still serving the last good contract.');
      },
      onEnd: (error) => {
        report(error);
        say(`Edits of ${first.contract.file} need a restart from now on.`);
      },
    });
  });
  return {
    close: () => {
      for (const watch of watches) watch.close();
    },
  };

  /** Anything but a contract that cannot be loaded is a defect, and keeps its stack. */
  function report(error: unknown): void {
    say(error instanceof ContractError ? error.message : error);
  }
}
