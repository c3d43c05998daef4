import { fail, succeed, undecodableIds, unknownUri } from './envelope.ts';
import { viewPage } from './file-list.ts';
import { type FileFailure, type ReachedFile, reachFile } from './file-system.ts';
import { summarize } from './file-tree.ts';
import { readFileUri } from './file-uri.ts';
import { isOwn, viewExtended, viewFile } from './file-view.ts';
import { isSet } from './go-query.ts';
import { formatInstant } from './instant.ts';
import type { CallerContext, Handlers } from './tables.ts';
import { ADMINISTRATOR_BIT, hasPermission } from './user.ts';

/** Handlers that show files and folders, inside a share or of the caller. */
export const fileHandlers: Handlers = {
  listFiles: (call) => {
    const uri = readFileUri(call.query.uri);
    if (uri === undefined) return unknownUri(call);
    const reached = reachFile(call, uri);
    if ('failure' in reached) return refuse(call, reached.failure);
    const isFolder = reached.file.source_type === 1 || reached.system.single !== undefined;
    if (!isFolder) return fail(call, 40016, 'Path not exist');
    const page = viewPage(call, reached, call.query);
    return page === undefined ? undecodableIds(call) : succeed(page);
  },
  getFileInfo: (call) => {
    const { uri: text = '', extended, folder_summary } = call.query;
    if (text === '') return fail(call, 40001, 'uri is required');
    const uri = readFileUri(text);
    if (uri === undefined) return unknownUri(call);
    const reached = reachFile(call, uri);
    if ('failure' in reached) return refuse(call, reached.failure);
    if (reached.isRoot) return fail(call, 403, 'Not supported action');
    const isSummarized = isSet(folder_summary) && reached.file.source_type === 1;
    if (isSummarized && !maySummarize(call, reached)) {
      return fail(call, 40082, 'Only owner or administrator can perform this action');
    }
    return succeed({
      ...viewFile(call, reached),
      ...(isSummarized && { folder_summary: viewSummary(call, reached) }),
      ...(isSet(extended) && { extended_info: viewExtended(call, reached) }),
    });
  },
};

function refuse(call: CallerContext, { code, msg }: FileFailure) {
  return fail(call, code, msg);
}

function maySummarize(call: CallerContext, { system }: ReachedFile): boolean {
  return isOwn(call, system) || hasPermission(call.caller, ADMINISTRATOR_BIT);
}

function viewSummary(call: CallerContext, { file }: ReachedFile) {
  return {
    ...summarize(call, file.uri),
    completed: true,
    calculated_at: formatInstant(call.now),
  };
}
