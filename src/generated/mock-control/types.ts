// Generated from openapi/mock-control/openapi.yaml by `share-contracts generate`. Do not edit.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get health
         * @description Tells that the server runs, whether it can keep changes, and which APIs it serves.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that it lives
         * @description Tells orchestrators that the server runs. Needs no control token, and tells callers of any machine.
         */
        get: operations["checkLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that it is ready
         * @description Tells load balancers whether the server takes requests. Needs no control token, and tells callers of any machine.
         *
         *     A server whose store is away is ready: it refuses requests for state by itself, and answers all others.
         */
        get: operations["checkReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get metrics
         * @description Returns what was counted since the server started, in the text format of Prometheus: requests by API, operation and status, how long they
         *     took, violations, webhooks, sandboxes, and what the process takes; with a store that servers share, also its round trips, conflicts and
         *     failures. Labels have names of contracts alone.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apis/{api}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
            };
            cookie?: never;
        };
        /**
         * List operations
         * @description Lists the operations of an API in the order of its contract.
         */
        get: operations["listApiOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apis/{api}/operations/{operation}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
                /**
                 * @description `operationId` of the operation.
                 * @example createShare
                 */
                operation: components["parameters"]["pathOperation"];
            };
            cookie?: never;
        };
        /**
         * Get operation
         * @description Returns what a contract says of an operation, with requests to try and the documented answers.
         */
        get: operations["getApiOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sandboxes
         * @description Lists all sandboxes, `default` first.
         */
        get: operations["listSandboxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        /**
         * Get sandbox
         * @description Returns one sandbox.
         */
        get: operations["getSandbox"];
        put?: never;
        post?: never;
        /**
         * Delete sandbox
         * @description Deletes a sandbox with all its state. The one called `default` stays; it can only be reset.
         */
        delete: operations["deleteSandbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset sandbox
         * @description Forgets the state of a sandbox, and sets clock, scenario and faults back to those of a fresh one.
         */
        post: operations["resetSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        /**
         * Get clock
         * @description Tells the time of a sandbox.
         */
        get: operations["getClock"];
        /**
         * Set clock
         * @description Sets the time of a sandbox to one instant for all APIs; it runs on from there.
         */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance clock
         * @description Moves the time of a sandbox by a duration, for each API from where it is.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/scenario": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set scenario
         * @description Puts a sandbox in a scenario. An API that does not know it stays in `default`.
         */
        put: operations["setScenario"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set faults
         * @description Sets the faults of a sandbox in place of those before. The faults of its scenario strike as well.
         *     A fault with `times` ends by itself, so that a test of a retry need not clear it.
         */
        put: operations["setFaults"];
        post?: never;
        /**
         * Clear faults
         * @description Removes the faults of a sandbox. Those of its scenario stay.
         */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/state/{api}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
            };
            cookie?: never;
        };
        /**
         * Get state
         * @description Returns all rows that an API has in a sandbox. Each seed of a scenario has a world of its own.
         */
        get: operations["getState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/state/{api}/{table}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
                /**
                 * @description Name of the table.
                 * @example shares
                 */
                table: components["parameters"]["table"];
                /**
                 * @description Key of the row, percent-encoded where it has a slash.
                 * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Put row
         * @description Adds a row, or puts it in the place of the one with its key, in the world of the sandbox's scenario.
         *     The body keeps the schema of the table and has the key of the path.
         */
        put: operations["putRow"];
        post?: never;
        /**
         * Delete row
         * @description Deletes a row in the world of the sandbox's scenario.
         */
        delete: operations["deleteRow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/items/{api}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
            };
            cookie?: never;
        };
        /**
         * List items
         * @description Lists in few words what an API keeps in a sandbox, newest first: shares where its behaviour says what they are, and otherwise
         *     the items of the collections that are recognised in its contract. Empty where it keeps neither.
         */
        get: operations["listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/coverage/{api}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
            };
            cookie?: never;
        };
        /**
         * Get coverage
         * @description Returns how often each status of each operation was answered in a sandbox, since its journal was last cleared or the sandbox was
         *     reset.
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set webhook
         * @description Names the server that is told what happens in a sandbox, in place of the one before.
         */
        put: operations["setWebhook"];
        post?: never;
        /**
         * Delete webhook
         * @description Stops deliveries of a sandbox; where there were none, nothing changes.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        /**
         * List journal
         * @description Lists the entries that match all filters: the newest ones, or with `after` the oldest ones after that id.
         *     In either case the newest stands last.
         */
        get: operations["listJournal"];
        put?: never;
        post?: never;
        /**
         * Clear journal
         * @description Forgets all entries of a sandbox; ids go on from where they were.
         */
        delete: operations["clearJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/journal/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        /**
         * Follow journal
         * @description Sends the entries of a sandbox as server-sent events, the kept ones and then each as it comes. The stream goes on until the
         *     caller ends it, the sandbox is deleted or the server stops. A caller who reads slowly misses what the journal drops meanwhile.
         *
         *     Each entry is an event without a name; its id is that of the entry, and its data are the JSON of a `JournalEntry`. The event
         *     `start` comes first, and says that the journal is followed; the event `clear` says that it was cleared. The data of both are
         *     JSON with `last`, the id of the newest entry by then. After some time without an event there is a comment.
         */
        get: operations["followJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandboxes/{sandbox}/journal.har": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        /**
         * Export journal
         * @description Returns all entries of a sandbox as an HTTP Archive, which browsers and proxies can open.
         */
        get: operations["exportJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What keeps the state file from being written. Changes are refused until it is mended, and reads go on. */
        StateFailure: {
            /** @description Reason in words. */
            reason: string;
            /**
             * Format: date-time
             * @description Real time of the first change that was refused.
             */
            since: string;
        };
        /** @description Named situation of an API. */
        ScenarioSummary: {
            /** @description Name in kebab-case. */
            name: string;
            /** @description What the situation is, in one sentence. */
            summary: string;
        };
        /** @description Table of an API's state. */
        TableSummary: {
            /** @description Name of the table. */
            name: string;
            /** @description Whether rows can be put and deleted here. */
            isWritable: boolean;
        };
        /**
         * @description What an operation does with a collection or an item of it.
         * @enum {string}
         */
        CollectionRole: "list" | "create" | "show" | "replace" | "change" | "remove";
        /** @description Collection that is recognised in a contract, and acted on without a behaviour. */
        CollectionSummary: {
            /** @description Name of its table. */
            name: string;
            /** @description Path template of the collection, below the base path of the API. */
            path: string;
            /** @description Member with the key of an item, after those that lead to it, as in `metadata.name`. */
            key: string;
            /** @description What can be done with it and its items. */
            roles: components["schemas"]["CollectionRole"][];
        };
        /** @description API that the server mocks. */
        Api: {
            /** @description Name by which this API is meant elsewhere. */
            name: string;
            /** @description Title of its contract. */
            title: string;
            /**
             * Format: uri
             * @description Base URL in the sandbox `default`.
             */
            url: string;
            /**
             * Format: uri
             * @description URL that stands for the provider's host in the sandbox `default`; `url` begins with it.
             */
            site: string;
            /**
             * @description URLs of the servers that its contract names, their variables replaced by their default and by each of their values;
             *     relative ones are left out.
             */
            servers: string[];
            /** @description Scenarios that it knows, `default` first. */
            scenarios: components["schemas"]["ScenarioSummary"][];
            /** @description Tables of its state; empty where it has no state. */
            tables: components["schemas"]["TableSummary"][];
            /** @description Collections that are recognised in its contract; absent unless the API is stateful. */
            collections?: components["schemas"]["CollectionSummary"][];
        };
        /** @description What the server serves. */
        Health: {
            /**
             * @description Whether all works; a server that does not run answers nothing.
             * @enum {string}
             */
            status: "ok" | "failing";
            /** @description Why changes cannot be kept; absent where `status` is `ok`. */
            failure?: components["schemas"]["StateFailure"];
            /** @description Whether the server runs; `true` in every answer. */
            live: boolean;
            /** @description Whether it takes requests; `false` once it is about to stop. */
            ready: boolean;
            /** @description Address, without credentials, of the store that it shares with other servers; null where it shares none. */
            store: string | null;
            /** @description Milliseconds of the last round trip to that store; null without one, and while it is away. */
            lag: number | null;
            /** @description Version of the mock server. */
            version: string;
            /** @description APIs that it serves. */
            apis: components["schemas"]["Api"][];
            /** @description Number of sandboxes, `default` included. */
            sandboxes: number;
        };
        /** @description HTTP status. */
        HttpStatus: number;
        /** @description One way in which a request breaks this contract. */
        ProblemFinding: {
            /** @description Part of the message, then the steps to the value; absent where a body as a whole is wrong. */
            location?: string[];
            /**
             * @description How bad it is.
             * @enum {string}
             */
            severity: "Error" | "Warning";
            /** @description JSON Schema keyword that does not hold, or the HTTP status that follows from it. */
            code?: string | number;
            /** @description What does not hold, in words. */
            message: string;
        };
        /** @description Refusal in the format of RFC 9457. */
        Problem: {
            /**
             * Format: uri-reference
             * @description Kind of the problem; `about:blank` where the status says it all.
             */
            type: string;
            /** @description Kind of the problem in words. */
            title: string;
            /** @description HTTP status of the answer. */
            status: components["schemas"]["HttpStatus"];
            /** @description What is wrong with this request, and what to do about it; may be empty after a crash. */
            detail: string;
            /** @description Each way in which the request breaks this contract; absent where it breaks none. */
            validation?: components["schemas"]["ProblemFinding"][];
        };
        /** @description Metrics, each with its help, its type and its samples, one a line. */
        Metrics: string;
        /**
         * @description How well a fact is known: from a page of the provider, from source code, from samples or siblings, or not at all.
         * @enum {string}
         */
        ProvenanceLevel: "documented" | "source" | "inferred" | "assumed";
        /** @description Operation in a list. */
        OperationSummary: {
            /** @description `operationId`; made of method and path where the contract has none. */
            id: string;
            /** @description HTTP method, in upper case. */
            method: string;
            /** @description Path template below the base URL of the API. */
            path: string;
            /** @description Summary of the contract; empty where it has none. */
            summary: string;
            /** @description How well its facts are known; null where the contract does not say. */
            provenance: components["schemas"]["ProvenanceLevel"] | null;
        };
        /** @description Operations of an API. */
        OperationList: {
            /** @description Those of the contract, in its order. */
            operations: components["schemas"]["OperationSummary"][];
        };
        /** @description Where a fact of a contract comes from. */
        Provenance: {
            /** @description How well it is known. */
            level: components["schemas"]["ProvenanceLevel"];
            /** @description What it was concluded from; null where there is nothing to say. */
            note: string | null;
            /**
             * Format: uri
             * @description Page that shows it; null where there is none.
             */
            url: string | null;
        };
        /** @description Request to try, with dummy credentials. */
        OperationSample: {
            /** @description Name of the documented example that its body is; null where it has no body, or one that was made. */
            example: string | null;
            /** @description HTTP method, in upper case. */
            method: string;
            /** @description Path and query below the base URL of the API, percent-encoded. */
            target: string;
            /** @description Headers that it needs, by name. */
            headers: {
                [key: string]: string;
            };
            /** @description Body as text; null where none is sent, or a form in parts. */
            body: string | null;
            /** @description The request as a `curl` command for a POSIX shell, to the sandbox `default`. */
            curl: string;
            /** @description The request as a TypeScript module that calls the generated client; null where no client can send it. */
            call: string | null;
        };
        /** @description Documented body of an answer. */
        OperationExample: {
            /** @description Name by which `Prefer` asks for it. */
            name: string;
            /** @description Media type or range that it has. */
            mediaType: string;
            /** @description The body, in the form of JSON whatever it is sent as. */
            value: unknown;
        };
        /** @description Answer that a contract documents. */
        OperationAnswer: {
            /** @description HTTP status, a range such as `4XX`, or `default`. */
            status: string;
            /** @description Description of the contract; empty where it has none. */
            description: string;
            /** @description Documented examples of its body; ask for one with `Prefer`. */
            examples: components["schemas"]["OperationExample"][];
        };
        /** @description Operation with requests to try and the documented answers. */
        OperationDetails: {
            /** @description `operationId`; made of method and path where the contract has none. */
            id: string;
            /** @description HTTP method, in upper case. */
            method: string;
            /** @description Path template below the base URL of the API. */
            path: string;
            /** @description Summary of the contract; empty where it has none. */
            summary: string;
            /** @description Description of the contract, as CommonMark; empty where it has none. */
            description: string;
            /** @description Where its facts come from; null where the contract does not say. */
            provenance: components["schemas"]["Provenance"] | null;
            /** @description Requests that the contract allows, one for each documented body; empty where none can be made. */
            samples: components["schemas"]["OperationSample"][];
            /** @description Answers of the contract, in its order. */
            answers: components["schemas"]["OperationAnswer"][];
        };
        /** @description Name of a sandbox, 1 to 64 letters, digits, dots, underscores and hyphens. */
        SandboxName: string;
        /** @description Time of a sandbox, which runs on as real time does. */
        Clock: {
            /** @description Time of each API by its name. A fresh sandbox begins when the examples of each API were true. */
            apis: {
                [key: string]: string;
            };
        };
        /** @description Milliseconds, at most ten minutes. */
        Milliseconds: number;
        /** @description Delay that is spread evenly between two bounds. */
        EvenDelay: {
            /** @description Shortest delay. */
            min: components["schemas"]["Milliseconds"];
            /** @description Longest delay, not below `min`. */
            max: components["schemas"]["Milliseconds"];
        };
        /** @description Delay of a normal distribution that is cut at 0. */
        NormalDelay: {
            /** @description Mean of the distribution. */
            mean: components["schemas"]["Milliseconds"];
            /** @description Standard deviation of the distribution. */
            deviation: components["schemas"]["Milliseconds"];
        };
        /** @description Milliseconds, fixed or drawn for each request. */
        Delay: components["schemas"]["Milliseconds"] | components["schemas"]["EvenDelay"] | components["schemas"]["NormalDelay"];
        /**
         * @description What takes the place of an answer: a server error of the API, a connection that is reset before any answer,
         *     or one that ends amid the body.
         * @enum {string}
         */
        FaultOutcome: "error" | "reset" | "truncate";
        /** @description Misfortune of requests. One without `delay` and `outcome` does nothing. */
        Fault: {
            /** @description Name of the API that it strikes; all of them unless given. */
            api?: string;
            /** @description `operationId` of the operation that it strikes; all of them unless given. */
            operation?: string;
            /**
             * @description Share of the requests that it strikes, from 0 to 1.
             * @default 1
             */
            rate?: number;
            /**
             * @description Number of requests that it strikes before it ends by itself, counted in this sandbox alone; no limit unless given.
             *     In an answer, how many are left. One whose outcome comes after another outcome is not used up.
             */
            times?: number;
            /** @description Real time before the request is handled. */
            delay?: components["schemas"]["Delay"];
            /** @description What becomes of the answer; as usual unless given. */
            outcome?: components["schemas"]["FaultOutcome"];
        };
        /**
         * Format: uri
         * @description Absolute URL with the scheme `http` or `https`, without user and password.
         */
        HttpUrl: string;
        /** @description Server that is told what happens in a sandbox. Its secret is not shown. */
        Webhook: {
            /** @description URL that deliveries go to. */
            url: components["schemas"]["HttpUrl"];
        };
        /** @description One isolated copy of all state, and the situation that it is in. */
        Sandbox: {
            /** @description Name of the sandbox. */
            name: components["schemas"]["SandboxName"];
            /**
             * Format: uri
             * @description Base URL of the sandbox; the paths of all APIs follow.
             */
            url: string;
            /** @description Name of the scenario that its requests are in. */
            scenario: string;
            /** @description Its time. */
            clock: components["schemas"]["Clock"];
            /** @description Faults that strike its requests, besides those of its scenario. */
            faults: components["schemas"]["Fault"][];
            /** @description Server that is told what happens, or null. */
            webhook: components["schemas"]["Webhook"] | null;
            /** @description Number of requests that it has had. */
            requests: number;
        };
        /** @description All sandboxes. */
        SandboxList: {
            /** @description Sandboxes, `default` first. */
            sandboxes: components["schemas"]["Sandbox"][];
        };
        /** @description Time to set a clock to. */
        ClockSetting: {
            /**
             * Format: date-time
             * @description Instant that it becomes for all APIs, RFC 3339, in the years 1970 to 9998.
             */
            now: string;
        };
        /**
         * @description ISO 8601 duration of weeks, days, hours, minutes and seconds in whole numbers, with an optional minus sign.
         *     Years and months, which vary in length, are not among them.
         * @example P7D
         * @example PT15M
         * @example -PT1H
         * @example P1DT12H
         */
        Duration: string;
        /** @description Time to move a clock by. */
        ClockAdvance: {
            /** @description Time to move it by; back where it begins with a minus sign. */
            by: components["schemas"]["Duration"];
        };
        /** @description Scenario to put a sandbox in. */
        ScenarioChoice: {
            /** @description Name of a scenario that at least one API knows. */
            name: string;
        };
        /** @description Faults of a sandbox. */
        FaultList: {
            /** @description Faults that take the place of those before; delays add up, and the first outcome counts. */
            faults: components["schemas"]["Fault"][];
        };
        /** @description Row of a table; its members are those of the API's own schema. */
        Row: {
            [key: string]: unknown;
        };
        /** @description State of an API in one world of a sandbox. */
        State: {
            /** @description Rows of each table by its name, in the order in which they came. */
            tables: {
                [key: string]: components["schemas"]["Row"][];
            };
        };
        /**
         * @description `active` items can be used by whoever has the link, `locked` ones by whoever knows a password besides; `expired` ones ended by
         *     themselves, `revoked` ones were ended.
         * @enum {string}
         */
        ItemState: "active" | "expired" | "revoked" | "locked";
        /** @description One share, or one item of a recognised collection. */
        ItemSummary: {
            /** @description Key, which no other item of its kind has. */
            id: string;
            /** @description What it is, such as `share`, or the name of its collection. */
            kind: string;
            /** @description What a person would call it. */
            label: string;
            /** @description URL that it is opened by; null where there is none. */
            link: string | null;
            /** @description Whether it can be used at present. */
            state: components["schemas"]["ItemState"];
            /**
             * Format: date-time
             * @description Time of its creation; null where that is unknown.
             */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description Time at which it ends by itself; null where it does not.
             */
            expiresAt: string | null;
        };
        /** @description What an API keeps in a sandbox, in few words. */
        ItemList: {
            /**
             * Format: date-time
             * @description Time of the API in the sandbox, by which the states hold.
             */
            now: string;
            /** @description Items, newest first; those without a time of creation last. */
            items: components["schemas"]["ItemSummary"][];
            /** @description Number of all items, of which `items` has as many as were asked for. */
            total: number;
        };
        /** @description How often one status was answered. */
        StatusCount: {
            /** @description Status as declared, such as `404`, `4XX` or `default`; otherwise the one that was answered. */
            status: string;
            /** @description Number of answers. */
            count: number;
            /** @description Whether the contract declares it. */
            isDeclared: boolean;
        };
        /** @description How often one operation was answered, by status. */
        OperationCoverage: {
            /** @description `operationId`. */
            id: string;
            /** @description HTTP method. */
            method: string;
            /** @description Path template, below the base path of the API. */
            path: string;
            /** @description What it does, as the contract has it. */
            summary: string | null;
            /** @description Statuses that the contract declares, and others that were answered. */
            statuses: components["schemas"]["StatusCount"][];
        };
        /** @description How often operations of an API were answered in a sandbox. */
        Coverage: {
            /** @description All operations in the order of the contract. */
            operations: components["schemas"]["OperationCoverage"][];
        };
        /** @description Server to tell what happens in a sandbox. */
        WebhookRegistration: {
            /** @description URL that deliveries go to. */
            url: components["schemas"]["HttpUrl"];
            /**
             * Format: password
             * @description Secret that deliveries are signed with.
             */
            secret: string;
        };
        /**
         * @description Request to the mock server, or delivery of a webhook by it.
         * @enum {string}
         */
        JournalKind: "request" | "webhook";
        /** @description One way in which a message breaks a contract. */
        Violation: {
            /**
             * @description Part of the message that it concerns.
             * @enum {string}
             */
            in: "path" | "query" | "header" | "cookie" | "body" | "status";
            /** @description JSON Pointer inside the body, or `/name` of a parameter or header. */
            pointer: string;
            /** @description JSON Schema keyword that does not hold, or `required`, `mediaType`, `status`. */
            keyword: string;
            /** @description What was expected, in words. */
            expected: string;
            /** @description Value that was found, of any type; absent when nothing was there. */
            found?: unknown;
        };
        /** @description Name and value of a header, cookie or query parameter. */
        NameValue: {
            /** @description Name. */
            name: string;
            /** @description Value. */
            value: string;
        };
        /** @description Headers and body of a request or an answer. */
        Message: {
            /** @description Headers in their order, repeated ones included. */
            headers: components["schemas"]["NameValue"][];
            /** @description Body as text; null where there is none, or it is no text. */
            body: string | null;
            /** @description Bytes of the whole body. */
            size: number;
            /** @description Whether `body` is only the beginning. */
            isCut: boolean;
        };
        /** @description One request and what came of it. */
        JournalEntry: {
            /** @description Number of the entry, higher than that of any earlier one. */
            id: number;
            /** @description Who asked whom. */
            kind: components["schemas"]["JournalKind"];
            /**
             * Format: date-time
             * @description Real time at which the request began.
             */
            at: string;
            /** @description Name of the API; null where the path belongs to none. */
            api: string | null;
            /** @description `operationId`; null where none was matched. */
            operation: string | null;
            /** @description HTTP method. */
            method: string;
            /** @description URL that was called; as sent, so it need not be a valid one. */
            url: string;
            /** @description HTTP status of the answer; null where no answer came. */
            status: components["schemas"]["HttpStatus"] | null;
            /** @description Time until the answer was complete, or until it was clear that none comes. */
            milliseconds: number;
            /** @description Each way in which request or answer breaks the contract of the API. */
            violations: components["schemas"]["Violation"][];
            /** @description What was sent. */
            request: components["schemas"]["Message"];
            /** @description What was answered; null where no answer came. */
            response: components["schemas"]["Message"] | null;
        };
        /** @description Entries of a journal that match a query. */
        Journal: {
            /** @description Entries by id, newest last. */
            entries: components["schemas"]["JournalEntry"][];
            /** @description Number of entries that match, those beyond `limit` included. */
            total: number;
        };
        /** @description Server-sent events, each ended by an empty line. */
        JournalEvents: string;
        /** @description Program that made an archive. */
        HarCreator: {
            /** @description Name of the program. */
            name: string;
            /** @description Version of the program. */
            version: string;
        };
        /** @description Body of a request. */
        HarPostData: {
            /** @description Media type; empty where none was sent. */
            mimeType: string;
            /** @description Body as text; empty where it is no text. */
            text: string;
        };
        /** @description Number of bytes; -1 where it is not known. */
        HarSize: number;
        /** @description Request of an archive. */
        HarRequest: {
            /** @description HTTP method. */
            method: string;
            /** @description URL that was called; as sent, so it need not be a valid one. */
            url: string;
            /** @description Version of HTTP. */
            httpVersion: string;
            /** @description Cookies that were sent. */
            cookies: components["schemas"]["NameValue"][];
            /** @description Headers in their order. */
            headers: components["schemas"]["NameValue"][];
            /** @description Query parameters, decoded. */
            queryString: components["schemas"]["NameValue"][];
            /** @description Body; absent where there is none. */
            postData?: components["schemas"]["HarPostData"];
            /** @description Bytes of the headers. */
            headersSize: components["schemas"]["HarSize"];
            /** @description Bytes of the body. */
            bodySize: components["schemas"]["HarSize"];
        };
        /** @description Body of an answer. */
        HarContent: {
            /** @description Bytes of the whole body. */
            size: number;
            /** @description Media type; empty where there is none. */
            mimeType: string;
            /** @description Body as text; absent where there is none, or it is no text. */
            text?: string;
        };
        /** @description Answer of an archive; one with status 0 stands for an answer that never came. */
        HarResponse: {
            /** @description HTTP status; 0 where no answer came. */
            status: number;
            /** @description Reason phrase; may be empty. */
            statusText: string;
            /** @description Version of HTTP. */
            httpVersion: string;
            /** @description Cookies that were set. */
            cookies: components["schemas"]["NameValue"][];
            /** @description Headers in their order. */
            headers: components["schemas"]["NameValue"][];
            /** @description Body. */
            content: components["schemas"]["HarContent"];
            /** @description Target of a redirect; empty where there is none. */
            redirectURL: string;
            /** @description Bytes of the headers. */
            headersSize: components["schemas"]["HarSize"];
            /** @description Bytes of the body. */
            bodySize: components["schemas"]["HarSize"];
        };
        /** @description Milliseconds that the parts of a request took. */
        HarTimings: {
            /** @description Time of sending the request. */
            send: number;
            /** @description Time of waiting for the answer. */
            wait: number;
            /** @description Time of reading the answer. */
            receive: number;
        };
        /** @description One request and its answer. */
        HarEntry: {
            /**
             * Format: date-time
             * @description Real time at which the request began.
             */
            startedDateTime: string;
            /** @description Milliseconds from the request to the end of the answer. */
            time: number;
            /** @description What was sent. */
            request: components["schemas"]["HarRequest"];
            /** @description What was answered. */
            response: components["schemas"]["HarResponse"];
            /** @description Empty; nothing is cached. */
            cache: {
                [key: string]: never;
            };
            /** @description Parts of `time`. */
            timings: components["schemas"]["HarTimings"];
        };
        /** @description Requests, and what recorded them. */
        HarLog: {
            /**
             * @description Version of the format.
             * @constant
             */
            version: "1.2";
            /** @description Program that recorded them. */
            creator: components["schemas"]["HarCreator"];
            /** @description Requests and webhook deliveries, newest last. */
            entries: components["schemas"]["HarEntry"][];
        };
        /** @description HTTP Archive 1.2, http://www.softwareishard.com/blog/har-12-spec/. */
        Har: {
            /** @description Root of the archive. */
            log: components["schemas"]["HarLog"];
        };
    };
    responses: {
        /** @description Control token missing or wrong. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Caller is not on the server's machine, or is a page of an origin that is not named. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description API unknown. */
        UnknownApi: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description API or operation unknown. */
        OperationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sandbox unknown. */
        SandboxNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox malformed. */
        InvalidSandboxName: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox malformed, or `default`. */
        InvalidSandboxDeletion: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Body cannot be parsed as JSON. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox malformed, no instant given, or one outside of the years 1970 to 9998. */
        InvalidInstant: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox malformed, no duration given, or one that leaves the years 1970 to 9998. */
        InvalidDuration: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox malformed, or scenario unknown. */
        InvalidScenario: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox malformed, or no faults given. */
        InvalidFaults: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sandbox or API unknown. */
        ApiNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sandbox, API or table unknown, or table not writable. */
        TableNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox malformed, or no row of the table with the key of the path. */
        InvalidRow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sandbox, API, table or row unknown, or table not writable. */
        RowNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox or limit malformed, or scenario unknown. */
        InvalidItemQuery: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox malformed, or no HTTP URL with a secret given, or one with a user or password. */
        InvalidWebhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Name of the sandbox or a filter malformed. */
        InvalidQuery: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description As many callers as there may be follow journals already. */
        TooManyFollowers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Name of the API.
         * @example crego
         */
        pathApi: string;
        /**
         * @description `operationId` of the operation.
         * @example createShare
         */
        pathOperation: string;
        /**
         * @description Name of the sandbox.
         * @example alice
         */
        sandbox: components["schemas"]["SandboxName"];
        /**
         * @description Scenario whose world is read; the one of the sandbox unless given.
         * @example default
         */
        scenario: string;
        /**
         * @description Name of the table.
         * @example shares
         */
        table: string;
        /**
         * @description Key of the row, percent-encoded where it has a slash.
         * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
         */
        key: string;
        /**
         * @description Most entries to give, 1 to 1000.
         * @example 100
         */
        limit: number;
        /**
         * @description Keeps entries of the API with this name.
         * @example crego
         */
        api: string;
        /**
         * @description Keeps entries of this `operationId`.
         * @example listShares
         */
        operation: string;
        /**
         * @description Keeps entries with this HTTP method, in upper case.
         * @example GET
         */
        method: string;
        /**
         * @description Keeps entries that were answered with this HTTP status.
         * @example 200
         */
        status: components["schemas"]["HttpStatus"];
        /**
         * @description Keeps entries of this kind.
         * @example request
         */
        kind: components["schemas"]["JournalKind"];
        /**
         * @description Keeps entries that came after the one with this id.
         * @example 40
         */
        after: number;
        /**
         * @description Id of the last event that the caller had before its connection was lost; goes before `after`.
         * @example 40
         */
        lastEventId: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type StateFailure = components['schemas']['StateFailure'];
export type ScenarioSummary = components['schemas']['ScenarioSummary'];
export type TableSummary = components['schemas']['TableSummary'];
export type CollectionRole = components['schemas']['CollectionRole'];
export type CollectionSummary = components['schemas']['CollectionSummary'];
export type Api = components['schemas']['Api'];
export type Health = components['schemas']['Health'];
export type HttpStatus = components['schemas']['HttpStatus'];
export type ProblemFinding = components['schemas']['ProblemFinding'];
export type Problem = components['schemas']['Problem'];
export type Metrics = components['schemas']['Metrics'];
export type ProvenanceLevel = components['schemas']['ProvenanceLevel'];
export type OperationSummary = components['schemas']['OperationSummary'];
export type OperationList = components['schemas']['OperationList'];
export type Provenance = components['schemas']['Provenance'];
export type OperationSample = components['schemas']['OperationSample'];
export type OperationExample = components['schemas']['OperationExample'];
export type OperationAnswer = components['schemas']['OperationAnswer'];
export type OperationDetails = components['schemas']['OperationDetails'];
export type SandboxName = components['schemas']['SandboxName'];
export type Clock = components['schemas']['Clock'];
export type Milliseconds = components['schemas']['Milliseconds'];
export type EvenDelay = components['schemas']['EvenDelay'];
export type NormalDelay = components['schemas']['NormalDelay'];
export type Delay = components['schemas']['Delay'];
export type FaultOutcome = components['schemas']['FaultOutcome'];
export type Fault = components['schemas']['Fault'];
export type HttpUrl = components['schemas']['HttpUrl'];
export type Webhook = components['schemas']['Webhook'];
export type Sandbox = components['schemas']['Sandbox'];
export type SandboxList = components['schemas']['SandboxList'];
export type ClockSetting = components['schemas']['ClockSetting'];
export type Duration = components['schemas']['Duration'];
export type ClockAdvance = components['schemas']['ClockAdvance'];
export type ScenarioChoice = components['schemas']['ScenarioChoice'];
export type FaultList = components['schemas']['FaultList'];
export type Row = components['schemas']['Row'];
export type State = components['schemas']['State'];
export type ItemState = components['schemas']['ItemState'];
export type ItemSummary = components['schemas']['ItemSummary'];
export type ItemList = components['schemas']['ItemList'];
export type StatusCount = components['schemas']['StatusCount'];
export type OperationCoverage = components['schemas']['OperationCoverage'];
export type Coverage = components['schemas']['Coverage'];
export type WebhookRegistration = components['schemas']['WebhookRegistration'];
export type JournalKind = components['schemas']['JournalKind'];
export type Violation = components['schemas']['Violation'];
export type NameValue = components['schemas']['NameValue'];
export type Message = components['schemas']['Message'];
export type JournalEntry = components['schemas']['JournalEntry'];
export type Journal = components['schemas']['Journal'];
export type JournalEvents = components['schemas']['JournalEvents'];
export type HarCreator = components['schemas']['HarCreator'];
export type HarPostData = components['schemas']['HarPostData'];
export type HarSize = components['schemas']['HarSize'];
export type HarRequest = components['schemas']['HarRequest'];
export type HarContent = components['schemas']['HarContent'];
export type HarResponse = components['schemas']['HarResponse'];
export type HarTimings = components['schemas']['HarTimings'];
export type HarEntry = components['schemas']['HarEntry'];
export type HarLog = components['schemas']['HarLog'];
export type Har = components['schemas']['Har'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseUnknownApi = components['responses']['UnknownApi'];
export type ResponseOperationNotFound = components['responses']['OperationNotFound'];
export type ResponseSandboxNotFound = components['responses']['SandboxNotFound'];
export type ResponseInvalidSandboxName = components['responses']['InvalidSandboxName'];
export type ResponseInvalidSandboxDeletion = components['responses']['InvalidSandboxDeletion'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseInvalidInstant = components['responses']['InvalidInstant'];
export type ResponseInvalidDuration = components['responses']['InvalidDuration'];
export type ResponseInvalidScenario = components['responses']['InvalidScenario'];
export type ResponseInvalidFaults = components['responses']['InvalidFaults'];
export type ResponseApiNotFound = components['responses']['ApiNotFound'];
export type ResponseTableNotFound = components['responses']['TableNotFound'];
export type ResponseInvalidRow = components['responses']['InvalidRow'];
export type ResponseRowNotFound = components['responses']['RowNotFound'];
export type ResponseInvalidItemQuery = components['responses']['InvalidItemQuery'];
export type ResponseInvalidWebhook = components['responses']['InvalidWebhook'];
export type ResponseInvalidQuery = components['responses']['InvalidQuery'];
export type ResponseTooManyFollowers = components['responses']['TooManyFollowers'];
export type ParameterPathApi = components['parameters']['pathApi'];
export type ParameterPathOperation = components['parameters']['pathOperation'];
export type ParameterSandbox = components['parameters']['sandbox'];
export type ParameterScenario = components['parameters']['scenario'];
export type ParameterTable = components['parameters']['table'];
export type ParameterKey = components['parameters']['key'];
export type ParameterLimit = components['parameters']['limit'];
export type ParameterApi = components['parameters']['api'];
export type ParameterOperation = components['parameters']['operation'];
export type ParameterMethod = components['parameters']['method'];
export type ParameterStatus = components['parameters']['status'];
export type ParameterKind = components['parameters']['kind'];
export type ParameterAfter = components['parameters']['after'];
export type ParameterLastEventId = components['parameters']['lastEventId'];
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server and its APIs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    checkLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server runs. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    checkReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server takes requests. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Server is about to stop, and finishes the requests that it has. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4; charset=utf-8": components["schemas"]["Metrics"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    listApiOperations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All operations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownApi"];
        };
    };
    getApiOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
                /**
                 * @description `operationId` of the operation.
                 * @example createShare
                 */
                operation: components["parameters"]["pathOperation"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDetails"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OperationNotFound"];
        };
    };
    listSandboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sandboxes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    getSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requested sandbox. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
    deleteSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidSandboxDeletion"];
        };
    };
    resetSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sandbox as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Time of each API. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockSetting"];
            };
        };
        responses: {
            /** @description Time as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidInstant"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockAdvance"];
            };
        };
        responses: {
            /** @description Time as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidDuration"];
        };
    };
    setScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioChoice"];
            };
        };
        responses: {
            /** @description Sandbox as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidScenario"];
        };
    };
    setFaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultList"];
            };
        };
        responses: {
            /** @description Sandbox as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidFaults"];
        };
    };
    clearFaults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sandbox as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
    getState: {
        parameters: {
            query?: {
                /**
                 * @description Scenario whose world is read; the one of the sandbox unless given.
                 * @example default
                 */
                scenario?: components["parameters"]["scenario"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All tables. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["State"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApiNotFound"];
            422: components["responses"]["InvalidScenario"];
        };
    };
    putRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
                /**
                 * @description Name of the table.
                 * @example shares
                 */
                table: components["parameters"]["table"];
                /**
                 * @description Key of the row, percent-encoded where it has a slash.
                 * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Row"];
            };
        };
        responses: {
            /** @description Row as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Row"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TableNotFound"];
            422: components["responses"]["InvalidRow"];
        };
    };
    deleteRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
                /**
                 * @description Name of the table.
                 * @example shares
                 */
                table: components["parameters"]["table"];
                /**
                 * @description Key of the row, percent-encoded where it has a slash.
                 * @example 01JQ8NZY29A8XYWQ1ZAQR4KRJD
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["RowNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
    listItems: {
        parameters: {
            query?: {
                /**
                 * @description Scenario whose world is read; the one of the sandbox unless given.
                 * @example default
                 */
                scenario?: components["parameters"]["scenario"];
                /**
                 * @description Most entries to give, 1 to 1000.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Items, and the time by which their states hold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApiNotFound"];
            422: components["responses"]["InvalidItemQuery"];
        };
    };
    getCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
                /**
                 * @description Name of the API.
                 * @example crego
                 */
                api: components["parameters"]["pathApi"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All operations of the API. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ApiNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
    setWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRegistration"];
            };
        };
        responses: {
            /** @description Sandbox as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidWebhook"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
    listJournal: {
        parameters: {
            query?: {
                /**
                 * @description Keeps entries of the API with this name.
                 * @example crego
                 */
                api?: components["parameters"]["api"];
                /**
                 * @description Keeps entries of this `operationId`.
                 * @example listShares
                 */
                operation?: components["parameters"]["operation"];
                /**
                 * @description Keeps entries with this HTTP method, in upper case.
                 * @example GET
                 */
                method?: components["parameters"]["method"];
                /**
                 * @description Keeps entries that were answered with this HTTP status.
                 * @example 200
                 */
                status?: components["parameters"]["status"];
                /**
                 * @description Keeps entries of this kind.
                 * @example request
                 */
                kind?: components["parameters"]["kind"];
                /**
                 * @description Keeps entries that came after the one with this id.
                 * @example 40
                 */
                after?: components["parameters"]["after"];
                /**
                 * @description Most entries to give, 1 to 1000.
                 * @example 100
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries that match. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journal"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidQuery"];
        };
    };
    clearJournal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cleared; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
    followJournal: {
        parameters: {
            query?: {
                /**
                 * @description Keeps entries that came after the one with this id.
                 * @example 40
                 */
                after?: components["parameters"]["after"];
            };
            header?: {
                /**
                 * @description Id of the last event that the caller had before its connection was lost; goes before `after`.
                 * @example 40
                 */
                "Last-Event-ID"?: components["parameters"]["lastEventId"];
            };
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, one after the other. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["JournalEvents"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidQuery"];
            503: components["responses"]["TooManyFollowers"];
        };
    };
    exportJournal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the sandbox.
                 * @example alice
                 */
                sandbox: components["parameters"]["sandbox"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archive of all entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Har"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SandboxNotFound"];
            422: components["responses"]["InvalidSandboxName"];
        };
    };
}
