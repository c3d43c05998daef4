import type { Tool } from '../tool.ts';
import { clockTools } from './clock-tools.ts';
import { diffContracts } from './diff-contracts.ts';
import { getState } from './get-state.ts';
import { listApis } from './list-apis.ts';
import { operationTools } from './operation-tools.ts';
import { readJournal } from './read-journal.ts';
import { sandboxTools } from './sandbox-tools.ts';
import { sendRequest } from './send-request.ts';
import { verifyUrl } from './verify-url.ts';

/** All tools, in the order in which an agent reads them. */
export const TOOLS: readonly Tool[] = [
  listApis,
  ...operationTools,
  sendRequest,
  readJournal,
  ...sandboxTools,
  ...clockTools,
  getState,
  verifyUrl,
  diffContracts,
];
