// Generated from openapi/mock-control/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    zAdvanceClockPath,
    zClearFaultsPath,
    zClearJournalPath,
    zClock,
    zClockAdvance,
    zClockSetting,
    zCoverage,
    zDeleteRowPath,
    zDeleteSandboxPath,
    zDeleteWebhookPath,
    zExportJournalPath,
    zFaultList,
    zFollowJournalHeaders,
    zFollowJournalPath,
    zFollowJournalQuery,
    zGetApiOperationPath,
    zGetClockPath,
    zGetCoveragePath,
    zGetSandboxPath,
    zGetStatePath,
    zGetStateQuery,
    zHar,
    zHealth,
    zItemList,
    zJournal,
    zListApiOperationsPath,
    zListItemsPath,
    zListItemsQuery,
    zListJournalPath,
    zListJournalQuery,
    zOperationDetails,
    zOperationList,
    zProblem,
    zPutRowPath,
    zResetSandboxPath,
    zRow,
    zSandbox,
    zSandboxList,
    zScenarioChoice,
    zSetClockPath,
    zSetFaultsPath,
    zSetScenarioPath,
    zSetWebhookPath,
    zState,
    zWebhookRegistration,
} from './zod.ts';

/** Schemas of `GET /health`. */
export const getHealth = {
    responses: { 200: zHealth, 401: zProblem, 403: zProblem },
};

/** Schemas of `GET /health/live`. */
export const checkLive = {};

/** Schemas of `GET /health/ready`. */
export const checkReady = {};

/** Schemas of `GET /metrics`. */
export const getMetrics = {
    responses: { 401: zProblem, 403: zProblem },
};

/** Schemas of `GET /apis/{api}/operations`. */
export const listApiOperations = {
    path: zListApiOperationsPath,
    responses: { 200: zOperationList, 401: zProblem, 403: zProblem, 404: zProblem },
};

/** Schemas of `GET /apis/{api}/operations/{operation}`. */
export const getApiOperation = {
    path: zGetApiOperationPath,
    responses: { 200: zOperationDetails, 401: zProblem, 403: zProblem, 404: zProblem },
};

/** Schemas of `GET /sandboxes`. */
export const listSandboxes = {
    responses: { 200: zSandboxList, 401: zProblem, 403: zProblem },
};

/** Schemas of `GET /sandboxes/{sandbox}`. */
export const getSandbox = {
    path: zGetSandboxPath,
    responses: { 200: zSandbox, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `DELETE /sandboxes/{sandbox}`. */
export const deleteSandbox = {
    path: zDeleteSandboxPath,
    responses: { 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `POST /sandboxes/{sandbox}/reset`. */
export const resetSandbox = {
    path: zResetSandboxPath,
    responses: { 200: zSandbox, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `GET /sandboxes/{sandbox}/clock`. */
export const getClock = {
    path: zGetClockPath,
    responses: { 200: zClock, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `PUT /sandboxes/{sandbox}/clock`. */
export const setClock = {
    path: zSetClockPath,
    body: zClockSetting,
    responses: { 200: zClock, 400: zProblem, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `POST /sandboxes/{sandbox}/clock/advance`. */
export const advanceClock = {
    path: zAdvanceClockPath,
    body: zClockAdvance,
    responses: { 200: zClock, 400: zProblem, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `PUT /sandboxes/{sandbox}/scenario`. */
export const setScenario = {
    path: zSetScenarioPath,
    body: zScenarioChoice,
    responses: { 200: zSandbox, 400: zProblem, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `PUT /sandboxes/{sandbox}/faults`. */
export const setFaults = {
    path: zSetFaultsPath,
    body: zFaultList,
    responses: { 200: zSandbox, 400: zProblem, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `DELETE /sandboxes/{sandbox}/faults`. */
export const clearFaults = {
    path: zClearFaultsPath,
    responses: { 200: zSandbox, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `GET /sandboxes/{sandbox}/state/{api}`. */
export const getState = {
    path: zGetStatePath,
    query: zGetStateQuery,
    responses: { 200: zState, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `PUT /sandboxes/{sandbox}/state/{api}/{table}/{key}`. */
export const putRow = {
    path: zPutRowPath,
    body: zRow,
    responses: { 200: zRow, 400: zProblem, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `DELETE /sandboxes/{sandbox}/state/{api}/{table}/{key}`. */
export const deleteRow = {
    path: zDeleteRowPath,
    responses: { 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `GET /sandboxes/{sandbox}/items/{api}`. */
export const listItems = {
    path: zListItemsPath,
    query: zListItemsQuery,
    responses: { 200: zItemList, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `GET /sandboxes/{sandbox}/coverage/{api}`. */
export const getCoverage = {
    path: zGetCoveragePath,
    responses: { 200: zCoverage, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `PUT /sandboxes/{sandbox}/webhook`. */
export const setWebhook = {
    path: zSetWebhookPath,
    body: zWebhookRegistration,
    responses: { 200: zSandbox, 400: zProblem, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `DELETE /sandboxes/{sandbox}/webhook`. */
export const deleteWebhook = {
    path: zDeleteWebhookPath,
    responses: { 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `GET /sandboxes/{sandbox}/journal`. */
export const listJournal = {
    path: zListJournalPath,
    query: zListJournalQuery,
    responses: { 200: zJournal, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `DELETE /sandboxes/{sandbox}/journal`. */
export const clearJournal = {
    path: zClearJournalPath,
    responses: { 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};

/** Schemas of `GET /sandboxes/{sandbox}/journal/events`. */
export const followJournal = {
    path: zFollowJournalPath,
    query: zFollowJournalQuery,
    headers: zFollowJournalHeaders,
    responses: { 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem, 503: zProblem },
};

/** Schemas of `GET /sandboxes/{sandbox}/journal.har`. */
export const exportJournal = {
    path: zExportJournalPath,
    responses: { 200: zHar, 401: zProblem, 403: zProblem, 404: zProblem, 422: zProblem },
};
