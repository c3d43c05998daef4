import { constants, setPriority } from 'node:os';
import { loadContract } from '../contract/load/load-contract.ts';
import { createContractCheck } from './check-contracts.ts';

const [file = '', allowRemote] = process.argv.slice(2);
/** A server that was killed hears nothing more, which is no error. */
const say = (message: unknown) => process.send?.(message, undefined, undefined, () => {});
/** The server has ended, in whatever way. */
const end = () => process.exit();

// Whoever waits for an answer goes first.
setPriority(constants.priority.PRIORITY_LOW);
process.once('disconnect', end);
try {
  // The server has told of broken references when it started.
  const options = { allowRemote: allowRemote === 'true', onFlaws: () => {} };
  const contract = await loadContract(file, options);
  await createContractCheck({ isOwn: false, isStrict: false }, say).checkBeside(contract);
} catch (error) {
  say(`${file} could not be checked beside serving: ${error}`);
}
process.off('disconnect', end);
