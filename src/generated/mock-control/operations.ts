// Generated from openapi/mock-control/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    operation,
    withEvents,
} from 'share-contracts/client';
import type { paths } from './types.js';

/**
 * Get health
 *
 * Tells that the server runs, whether it can keep changes, and which APIs it serves.
 */
export const getHealth = /* @__PURE__ */ operation<paths['/health']['get']>({
    name: 'getHealth',
    method: 'get',
    path: '/health',
    answers: { 200: 'json', 401: 'json', 403: 'json' },
});

/**
 * Check that it lives
 *
 * Tells orchestrators that the server runs. Needs no control token, and tells callers of any machine.
 */
export const checkLive = /* @__PURE__ */ operation<paths['/health/live']['get']>({
    name: 'checkLive',
    method: 'get',
    path: '/health/live',
    answers: { 204: 'none' },
});

/**
 * Check that it is ready
 *
 * Tells load balancers whether the server takes requests. Needs no control token, and tells callers of any machine.
 *
 * A server whose store is away is ready: it refuses requests for state by itself, and answers all others.
 */
export const checkReady = /* @__PURE__ */ operation<paths['/health/ready']['get']>({
    name: 'checkReady',
    method: 'get',
    path: '/health/ready',
    answers: { 204: 'none', 503: 'none' },
});

/**
 * Get metrics
 *
 * Returns what was counted since the server started, in the text format of Prometheus: requests by API, operation and status, how long they
 * took, violations, webhooks, sandboxes, and what the process takes; with a store that servers share, also its round trips, conflicts and
 * failures. Labels have names of contracts alone.
 */
export const getMetrics = /* @__PURE__ */ operation<paths['/metrics']['get']>({
    name: 'getMetrics',
    method: 'get',
    path: '/metrics',
    answers: { 200: 'text', 401: 'json', 403: 'json' },
});

/**
 * List operations
 *
 * Lists the operations of an API in the order of its contract.
 */
export const listApiOperations = /* @__PURE__ */ operation<paths['/apis/{api}/operations']['get']>({
    name: 'listApiOperations',
    method: 'get',
    path: '/apis/{api}/operations',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json' },
});

/**
 * Get operation
 *
 * Returns what a contract says of an operation, with requests to try and the documented answers.
 */
export const getApiOperation = /* @__PURE__ */ operation<paths['/apis/{api}/operations/{operation}']['get']>({
    name: 'getApiOperation',
    method: 'get',
    path: '/apis/{api}/operations/{operation}',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json' },
});

/**
 * List sandboxes
 *
 * Lists all sandboxes, `default` first.
 */
export const listSandboxes = /* @__PURE__ */ operation<paths['/sandboxes']['get']>({
    name: 'listSandboxes',
    method: 'get',
    path: '/sandboxes',
    answers: { 200: 'json', 401: 'json', 403: 'json' },
});

/**
 * Get sandbox
 *
 * Returns one sandbox.
 */
export const getSandbox = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}']['get']>({
    name: 'getSandbox',
    method: 'get',
    path: '/sandboxes/{sandbox}',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Delete sandbox
 *
 * Deletes a sandbox with all its state. The one called `default` stays; it can only be reset.
 */
export const deleteSandbox = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}']['delete']>({
    name: 'deleteSandbox',
    method: 'delete',
    path: '/sandboxes/{sandbox}',
    answers: { 204: 'none', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Reset sandbox
 *
 * Forgets the state of a sandbox, and sets clock, scenario and faults back to those of a fresh one.
 */
export const resetSandbox = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/reset']['post']>({
    name: 'resetSandbox',
    method: 'post',
    path: '/sandboxes/{sandbox}/reset',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Get clock
 *
 * Tells the time of a sandbox.
 */
export const getClock = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/clock']['get']>({
    name: 'getClock',
    method: 'get',
    path: '/sandboxes/{sandbox}/clock',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Set clock
 *
 * Sets the time of a sandbox to one instant for all APIs; it runs on from there.
 */
export const setClock = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/clock']['put']>({
    name: 'setClock',
    method: 'put',
    path: '/sandboxes/{sandbox}/clock',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Advance clock
 *
 * Moves the time of a sandbox by a duration, for each API from where it is.
 */
export const advanceClock = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/clock/advance']['post']>({
    name: 'advanceClock',
    method: 'post',
    path: '/sandboxes/{sandbox}/clock/advance',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Set scenario
 *
 * Puts a sandbox in a scenario. An API that does not know it stays in `default`.
 */
export const setScenario = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/scenario']['put']>({
    name: 'setScenario',
    method: 'put',
    path: '/sandboxes/{sandbox}/scenario',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Set faults
 *
 * Sets the faults of a sandbox in place of those before. The faults of its scenario strike as well.
 * A fault with `times` ends by itself, so that a test of a retry need not clear it.
 */
export const setFaults = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/faults']['put']>({
    name: 'setFaults',
    method: 'put',
    path: '/sandboxes/{sandbox}/faults',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Clear faults
 *
 * Removes the faults of a sandbox. Those of its scenario stay.
 */
export const clearFaults = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/faults']['delete']>({
    name: 'clearFaults',
    method: 'delete',
    path: '/sandboxes/{sandbox}/faults',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Get state
 *
 * Returns all rows that an API has in a sandbox. Each seed of a scenario has a world of its own.
 */
export const getState = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/state/{api}']['get']>({
    name: 'getState',
    method: 'get',
    path: '/sandboxes/{sandbox}/state/{api}',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Put row
 *
 * Adds a row, or puts it in the place of the one with its key, in the world of the sandbox's scenario.
 * The body keeps the schema of the table and has the key of the path.
 */
export const putRow = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/state/{api}/{table}/{key}']['put']>({
    name: 'putRow',
    method: 'put',
    path: '/sandboxes/{sandbox}/state/{api}/{table}/{key}',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Delete row
 *
 * Deletes a row in the world of the sandbox's scenario.
 */
export const deleteRow = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/state/{api}/{table}/{key}']['delete']>({
    name: 'deleteRow',
    method: 'delete',
    path: '/sandboxes/{sandbox}/state/{api}/{table}/{key}',
    answers: { 204: 'none', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * List items
 *
 * Lists in few words what an API keeps in a sandbox, newest first: shares where its behaviour says what they are, and otherwise
 * the items of the collections that are recognised in its contract. Empty where it keeps neither.
 */
export const listItems = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/items/{api}']['get']>({
    name: 'listItems',
    method: 'get',
    path: '/sandboxes/{sandbox}/items/{api}',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Get coverage
 *
 * Returns how often each status of each operation was answered in a sandbox, since its journal was last cleared or the sandbox was
 * reset.
 */
export const getCoverage = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/coverage/{api}']['get']>({
    name: 'getCoverage',
    method: 'get',
    path: '/sandboxes/{sandbox}/coverage/{api}',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Set webhook
 *
 * Names the server that is told what happens in a sandbox, in place of the one before.
 */
export const setWebhook = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/webhook']['put']>({
    name: 'setWebhook',
    method: 'put',
    path: '/sandboxes/{sandbox}/webhook',
    answers: { 200: 'json', 400: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Delete webhook
 *
 * Stops deliveries of a sandbox; where there were none, nothing changes.
 */
export const deleteWebhook = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/webhook']['delete']>({
    name: 'deleteWebhook',
    method: 'delete',
    path: '/sandboxes/{sandbox}/webhook',
    answers: { 204: 'none', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * List journal
 *
 * Lists the entries that match all filters: the newest ones, or with `after` the oldest ones after that id.
 * In either case the newest stands last.
 */
export const listJournal = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/journal']['get']>({
    name: 'listJournal',
    method: 'get',
    path: '/sandboxes/{sandbox}/journal',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Clear journal
 *
 * Forgets all entries of a sandbox; ids go on from where they were.
 */
export const clearJournal = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/journal']['delete']>({
    name: 'clearJournal',
    method: 'delete',
    path: '/sandboxes/{sandbox}/journal',
    answers: { 204: 'none', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});

/**
 * Follow journal
 *
 * Sends the entries of a sandbox as server-sent events, the kept ones and then each as it comes. The stream goes on until the
 * caller ends it, the sandbox is deleted or the server stops. A caller who reads slowly misses what the journal drops meanwhile.
 *
 * Each entry is an event without a name; its id is that of the entry, and its data are the JSON of a `JournalEntry`. The event
 * `start` comes first, and says that the journal is followed; the event `clear` says that it was cleared. The data of both are
 * JSON with `last`, the id of the newest entry by then. After some time without an event there is a comment.
 */
export const followJournal = /* @__PURE__ */ withEvents(/* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/journal/events']['get']>({
    name: 'followJournal',
    method: 'get',
    path: '/sandboxes/{sandbox}/journal/events',
    answers: { 200: 'text', 401: 'json', 403: 'json', 404: 'json', 422: 'json', 503: 'json' },
}));

/**
 * Export journal
 *
 * Returns all entries of a sandbox as an HTTP Archive, which browsers and proxies can open.
 */
export const exportJournal = /* @__PURE__ */ operation<paths['/sandboxes/{sandbox}/journal.har']['get']>({
    name: 'exportJournal',
    method: 'get',
    path: '/sandboxes/{sandbox}/journal.har',
    answers: { 200: 'json', 401: 'json', 403: 'json', 404: 'json', 422: 'json' },
});
