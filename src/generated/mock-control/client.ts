// Generated from openapi/mock-control/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import type { paths } from './types.js';

/** Method and path of each operation, by the name of the method that calls it. */
export const operationRoutes = {
    /**
     * Get health
     *
     * Tells that the server runs, whether it can keep changes, and which APIs it serves.
     */
    getHealth: ['get', '/health'],
    /**
     * List sandboxes
     *
     * Lists all sandboxes, `default` first.
     */
    listSandboxes: ['get', '/sandboxes'],
    /**
     * Get sandbox
     *
     * Returns one sandbox.
     */
    getSandbox: ['get', '/sandboxes/{sandbox}'],
    /**
     * Delete sandbox
     *
     * Deletes a sandbox with all its state. The one called `default` stays; it can only be reset.
     */
    deleteSandbox: ['delete', '/sandboxes/{sandbox}'],
    /**
     * Reset sandbox
     *
     * Forgets the state of a sandbox, and sets clock, scenario and faults back to those of a fresh one.
     */
    resetSandbox: ['post', '/sandboxes/{sandbox}/reset'],
    /**
     * Get clock
     *
     * Tells the time of a sandbox.
     */
    getClock: ['get', '/sandboxes/{sandbox}/clock'],
    /**
     * Set clock
     *
     * Sets the time of a sandbox to one instant for all APIs; it runs on from there.
     */
    setClock: ['put', '/sandboxes/{sandbox}/clock'],
    /**
     * Advance clock
     *
     * Moves the time of a sandbox by a duration, for each API from where it is.
     */
    advanceClock: ['post', '/sandboxes/{sandbox}/clock/advance'],
    /**
     * Set scenario
     *
     * Puts a sandbox in a scenario. An API that does not know it stays in `default`.
     */
    setScenario: ['put', '/sandboxes/{sandbox}/scenario'],
    /**
     * Set faults
     *
     * Sets the faults of a sandbox in place of those before. The faults of its scenario strike as well.
     */
    setFaults: ['put', '/sandboxes/{sandbox}/faults'],
    /**
     * Clear faults
     *
     * Removes the faults of a sandbox. Those of its scenario stay.
     */
    clearFaults: ['delete', '/sandboxes/{sandbox}/faults'],
    /**
     * Get state
     *
     * Returns all rows that an API has in a sandbox. Each seed of a scenario has a world of its own.
     */
    getState: ['get', '/sandboxes/{sandbox}/state/{api}'],
    /**
     * Put row
     *
     * Adds a row, or puts it in the place of the one with its key, in the world of the sandbox's scenario.
     * The body keeps the schema of the table and has the key of the path.
     */
    putRow: ['put', '/sandboxes/{sandbox}/state/{api}/{table}/{key}'],
    /**
     * Delete row
     *
     * Deletes a row in the world of the sandbox's scenario.
     */
    deleteRow: ['delete', '/sandboxes/{sandbox}/state/{api}/{table}/{key}'],
    /**
     * Set webhook
     *
     * Names the server that is told what happens in a sandbox, in place of the one before.
     */
    setWebhook: ['put', '/sandboxes/{sandbox}/webhook'],
    /**
     * Delete webhook
     *
     * Stops deliveries of a sandbox; where there were none, nothing changes.
     */
    deleteWebhook: ['delete', '/sandboxes/{sandbox}/webhook'],
    /**
     * List journal
     *
     * Lists the entries that match all filters: the newest ones, or with `after` the oldest ones after that id.
     * In either case the newest stands last.
     */
    listJournal: ['get', '/sandboxes/{sandbox}/journal'],
    /**
     * Clear journal
     *
     * Forgets all entries of a sandbox; ids go on from where they were.
     */
    clearJournal: ['delete', '/sandboxes/{sandbox}/journal'],
    /**
     * Export journal
     *
     * Returns all entries of a sandbox as an HTTP Archive, which browsers and proxies can open.
     */
    exportJournal: ['get', '/sandboxes/{sandbox}/journal.har'],
} as const;

/** Typed client of Mock control. */
export type ApiClient = Client<paths, typeof operationRoutes>;

/**
 * Creates a typed client of Mock control.
 *
 * Servers of the contract: `http://127.0.0.1:4010/_mock`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operationRoutes>(operationRoutes, options);
}
