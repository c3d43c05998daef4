// Generated from openapi/mock-control/openapi.yaml by `share-contracts generate`. Do not edit.

import * as z from 'zod/mini';

const maxProperties = (count: number) =>
    z.refine<object>(
        (value) => Object.keys(value).length <= count,
        `Expected at most ${count} keys`,
    );

const absoluteUri = () =>
    z.string().check(z.regex(/^(?:[\w\-.~:/?#[\]@!$&'"()*+,;=]|%[\da-f]{2})+$/i), z.url());

const uriReference = () =>
    z.string().check(z.regex(/^(?:[\w\-.~:/?#[\]@!$&'"()*+,;=]|%[\da-f]{2})*$/i));

/**
 * What keeps the state file from being written. Changes are refused until it is mended, and reads go on.
 *
 */
export const zStateFailure = /* @__PURE__ */ (() => z.object({
    reason: z.string(),
    since: z.iso.datetime({ offset: true })
}))();

/**
 * Named situation of an API.
 */
export const zScenarioSummary = /* @__PURE__ */ (() => z.object({
    name: z.string(),
    summary: z.string()
}))();

/**
 * Table of an API's state.
 */
export const zTableSummary = /* @__PURE__ */ (() => z.object({
    name: z.string(),
    isWritable: z.boolean()
}))();

/**
 * What an operation does with a collection or an item of it.
 */
export const zCollectionRole = /* @__PURE__ */ z.enum([
    'list',
    'create',
    'show',
    'replace',
    'change',
    'remove'
]);

/**
 * Collection that is recognised in a contract, and acted on without a behaviour.
 */
export const zCollectionSummary = /* @__PURE__ */ (() => z.object({
    name: z.string(),
    path: z.string(),
    key: z.string(),
    roles: z.array(zCollectionRole)
}))();

/**
 * API that the server mocks.
 */
export const zApi = /* @__PURE__ */ (() => z.object({
    name: z.string(),
    title: z.string(),
    url: absoluteUri(),
    site: absoluteUri(),
    servers: z.array(absoluteUri()),
    scenarios: z.array(zScenarioSummary),
    tables: z.array(zTableSummary),
    collections: z.optional(z.array(zCollectionSummary))
}))();

/**
 * What the server serves.
 */
export const zHealth = /* @__PURE__ */ (() => z.object({
    status: z.enum(['ok', 'failing']),
    failure: z.optional(zStateFailure),
    live: z.boolean(),
    ready: z.boolean(),
    store: z.nullable(z.string()),
    lag: z.nullable(z.number().check(z.gte(0))),
    version: z.string(),
    apis: z.array(zApi),
    sandboxes: z.int().check(z.gte(1))
}))();

/**
 * HTTP status.
 */
export const zHttpStatus = /* @__PURE__ */ (() => z.int().check(z.gte(100), z.lte(599)))();

/**
 * One way in which a request breaks this contract.
 */
export const zProblemFinding = /* @__PURE__ */ (() => z.object({
    location: z.optional(z.array(z.string())),
    severity: z.enum(['Error', 'Warning']),
    code: z.optional(z.union([
        z.string(),
        z.int()
    ])),
    message: z.string()
}))();

/**
 * Refusal in the format of RFC 9457.
 */
export const zProblem = /* @__PURE__ */ (() => z.object({
    type: uriReference(),
    title: z.string(),
    status: zHttpStatus,
    detail: z.string(),
    validation: z.optional(z.array(zProblemFinding))
}))();

/**
 * Metrics, each with its help, its type and its samples, one a line.
 */
export const zMetrics = /* @__PURE__ */ z.string();

/**
 * How well a fact is known: from a page of the provider, from source code, from samples or siblings, or not at all.
 *
 */
export const zProvenanceLevel = /* @__PURE__ */ z.enum([
    'documented',
    'source',
    'inferred',
    'assumed'
]);

/**
 * Operation in a list.
 */
export const zOperationSummary = /* @__PURE__ */ (() => z.object({
    id: z.string().check(z.regex(/\S/)),
    method: z.string(),
    path: z.string(),
    summary: z.string(),
    provenance: z.nullable(zProvenanceLevel)
}))();

/**
 * Operations of an API.
 */
export const zOperationList = /* @__PURE__ */ (() => z.object({
    operations: z.array(zOperationSummary)
}))();

/**
 * Where a fact of a contract comes from.
 */
export const zProvenance = /* @__PURE__ */ (() => z.object({
    level: zProvenanceLevel,
    note: z.nullable(z.string()),
    url: z.nullable(absoluteUri())
}))();

/**
 * Request to try, with dummy credentials.
 */
export const zOperationSample = /* @__PURE__ */ (() => z.object({
    example: z.nullable(z.string()),
    method: z.string(),
    target: z.string().check(z.regex(/^\/\S*$/)),
    headers: z.record(z.string(), z.string()),
    body: z.nullable(z.string()),
    curl: z.string(),
    call: z.nullable(z.string())
}))();

/**
 * Documented body of an answer.
 */
export const zOperationExample = /* @__PURE__ */ (() => z.object({
    name: z.string(),
    mediaType: z.string(),
    value: z.unknown()
}))();

/**
 * Answer that a contract documents.
 */
export const zOperationAnswer = /* @__PURE__ */ (() => z.object({
    status: z.string(),
    description: z.string(),
    examples: z.array(zOperationExample)
}))();

/**
 * Operation with requests to try and the documented answers.
 */
export const zOperationDetails = /* @__PURE__ */ (() => z.object({
    id: z.string().check(z.regex(/\S/)),
    method: z.string(),
    path: z.string(),
    summary: z.string(),
    description: z.string(),
    provenance: z.nullable(zProvenance),
    samples: z.array(zOperationSample),
    answers: z.array(zOperationAnswer)
}))();

/**
 * Name of a sandbox, 1 to 64 letters, digits, dots, underscores and hyphens.
 */
export const zSandboxName = /* @__PURE__ */ (() => z.string().check(z.regex(/^[\w.-]{1,64}$/)))();

/**
 * Time of a sandbox, which runs on as real time does.
 */
export const zClock = /* @__PURE__ */ (() => z.object({
    apis: z.record(z.string(), z.iso.datetime({ offset: true }))
}))();

/**
 * Milliseconds, at most ten minutes.
 */
export const zMilliseconds = /* @__PURE__ */ (() => z.number().check(z.gte(0), z.lte(600000)))();

/**
 * Delay that is spread evenly between two bounds.
 */
export const zEvenDelay = /* @__PURE__ */ z.strictObject({
    min: zMilliseconds,
    max: zMilliseconds
});

/**
 * Delay of a normal distribution that is cut at 0.
 */
export const zNormalDelay = /* @__PURE__ */ z.strictObject({
    mean: zMilliseconds,
    deviation: zMilliseconds
});

/**
 * Milliseconds, fixed or drawn for each request.
 */
export const zDelay = /* @__PURE__ */ z.xor([
    zMilliseconds,
    zEvenDelay,
    zNormalDelay
]);

/**
 * What takes the place of an answer: a server error of the API, a connection that is reset before any answer,
 * or one that ends amid the body.
 *
 */
export const zFaultOutcome = /* @__PURE__ */ z.enum([
    'error',
    'reset',
    'truncate'
]);

/**
 * Misfortune of requests. One without `delay` and `outcome` does nothing.
 */
export const zFault = /* @__PURE__ */ (() => z.strictObject({
    api: z.optional(z.string().check(z.minLength(1))),
    operation: z.optional(z.string().check(z.minLength(1))),
    rate: z._default(z.optional(z.number().check(z.gte(0), z.lte(1))), 1),
    times: z.optional(z.int().check(z.gte(1), z.lte(1000000))),
    delay: z.optional(zDelay),
    outcome: z.optional(zFaultOutcome)
}))();

/**
 * Absolute URL with the scheme `http` or `https`, without user and password.
 */
export const zHttpUrl = /* @__PURE__ */ (() => absoluteUri().check(z.regex(/^https?:\/\//)))();

/**
 * Server that is told what happens in a sandbox. Its secret is not shown.
 */
export const zWebhook = /* @__PURE__ */ z.object({
    url: zHttpUrl
});

/**
 * One isolated copy of all state, and the situation that it is in.
 */
export const zSandbox = /* @__PURE__ */ (() => z.object({
    name: zSandboxName,
    url: absoluteUri(),
    scenario: z.string(),
    clock: zClock,
    faults: z.array(zFault),
    webhook: z.nullable(zWebhook),
    requests: z.int().check(z.gte(0))
}))();

/**
 * All sandboxes.
 */
export const zSandboxList = /* @__PURE__ */ (() => z.object({
    sandboxes: z.array(zSandbox)
}))();

/**
 * Time to set a clock to.
 */
export const zClockSetting = /* @__PURE__ */ (() => z.strictObject({
    now: z.iso.datetime({ offset: true })
}))();

/**
 * ISO 8601 duration of weeks, days, hours, minutes and seconds in whole numbers, with an optional minus sign.
 * Years and months, which vary in length, are not among them.
 *
 */
export const zDuration = /* @__PURE__ */ (() => z.string().check(z.maxLength(64), z.regex(/^-?P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/)))();

/**
 * Time to move a clock by.
 */
export const zClockAdvance = /* @__PURE__ */ z.strictObject({
    by: zDuration
});

/**
 * Scenario to put a sandbox in.
 */
export const zScenarioChoice = /* @__PURE__ */ (() => z.strictObject({
    name: z.string().check(z.minLength(1))
}))();

/**
 * Faults of a sandbox.
 */
export const zFaultList = /* @__PURE__ */ (() => z.strictObject({
    faults: z.array(zFault).check(z.maxLength(100))
}))();

/**
 * Row of a table; its members are those of the API's own schema.
 */
export const zRow = /* @__PURE__ */ (() => z.record(z.string(), z.unknown()))();

/**
 * State of an API in one world of a sandbox.
 */
export const zState = /* @__PURE__ */ (() => z.object({
    tables: z.record(z.string(), z.array(zRow))
}))();

/**
 * `active` items can be used by whoever has the link, `locked` ones by whoever knows a password besides; `expired` ones ended by
 * themselves, `revoked` ones were ended.
 *
 */
export const zItemState = /* @__PURE__ */ z.enum([
    'active',
    'expired',
    'revoked',
    'locked'
]);

/**
 * One share, or one item of a recognised collection.
 */
export const zItemSummary = /* @__PURE__ */ (() => z.object({
    id: z.string().check(z.regex(/^[\s\S]*$/)),
    kind: z.string().check(z.minLength(1)),
    label: z.string(),
    link: z.nullable(z.string()),
    state: zItemState,
    createdAt: z.nullable(z.iso.datetime({ offset: true })),
    expiresAt: z.nullable(z.iso.datetime({ offset: true }))
}))();

/**
 * What an API keeps in a sandbox, in few words.
 */
export const zItemList = /* @__PURE__ */ (() => z.object({
    now: z.iso.datetime({ offset: true }),
    items: z.array(zItemSummary),
    total: z.int().check(z.gte(0))
}))();

/**
 * How often one status was answered.
 */
export const zStatusCount = /* @__PURE__ */ (() => z.object({
    status: z.string().check(z.minLength(1)),
    count: z.int().check(z.gte(0)),
    isDeclared: z.boolean()
}))();

/**
 * How often one operation was answered, by status.
 */
export const zOperationCoverage = /* @__PURE__ */ (() => z.object({
    id: z.string().check(z.regex(/^[\s\S]+$/)),
    method: z.string(),
    path: z.string(),
    summary: z.nullable(z.string()),
    statuses: z.array(zStatusCount)
}))();

/**
 * How often operations of an API were answered in a sandbox.
 */
export const zCoverage = /* @__PURE__ */ (() => z.object({
    operations: z.array(zOperationCoverage)
}))();

/**
 * Server to tell what happens in a sandbox.
 */
export const zWebhookRegistration = /* @__PURE__ */ (() => z.strictObject({
    url: zHttpUrl,
    secret: z.string().check(z.minLength(1))
}))();

/**
 * Request to the mock server, or delivery of a webhook by it.
 */
export const zJournalKind = /* @__PURE__ */ z.enum(['request', 'webhook']);

/**
 * One way in which a message breaks a contract.
 */
export const zViolation = /* @__PURE__ */ (() => z.object({
    in: z.enum([
        'path',
        'query',
        'header',
        'cookie',
        'body',
        'status'
    ]),
    pointer: z.string(),
    keyword: z.string(),
    expected: z.string(),
    found: z.optional(z.unknown())
}))();

/**
 * Name and value of a header, cookie or query parameter.
 */
export const zNameValue = /* @__PURE__ */ (() => z.object({
    name: z.string(),
    value: z.string()
}))();

/**
 * Headers and body of a request or an answer.
 */
export const zMessage = /* @__PURE__ */ (() => z.object({
    headers: z.array(zNameValue),
    body: z.nullable(z.string()),
    size: z.int().check(z.gte(0)),
    isCut: z.boolean()
}))();

/**
 * One request and what came of it.
 */
export const zJournalEntry = /* @__PURE__ */ (() => z.object({
    id: z.int().check(z.gte(1)),
    kind: zJournalKind,
    at: z.iso.datetime({ offset: true }),
    api: z.nullable(z.string()),
    operation: z.nullable(z.string()),
    method: z.string(),
    url: z.string().check(z.regex(/^\S+$/)),
    status: z.nullable(zHttpStatus),
    milliseconds: z.number().check(z.gte(0)),
    violations: z.array(zViolation),
    request: zMessage,
    response: z.nullable(zMessage)
}))();

/**
 * Entries of a journal that match a query.
 */
export const zJournal = /* @__PURE__ */ (() => z.object({
    entries: z.array(zJournalEntry),
    total: z.int().check(z.gte(0))
}))();

/**
 * Server-sent events, each ended by an empty line.
 */
export const zJournalEvents = /* @__PURE__ */ z.string();

/**
 * Program that made an archive.
 */
export const zHarCreator = /* @__PURE__ */ (() => z.object({
    name: z.string(),
    version: z.string()
}))();

/**
 * Body of a request.
 */
export const zHarPostData = /* @__PURE__ */ (() => z.object({
    mimeType: z.string(),
    text: z.string()
}))();

/**
 * Number of bytes; -1 where it is not known.
 */
export const zHarSize = /* @__PURE__ */ (() => z.int().check(z.gte(-1)))();

/**
 * Request of an archive.
 */
export const zHarRequest = /* @__PURE__ */ (() => z.object({
    method: z.string(),
    url: z.string().check(z.regex(/^\S+$/)),
    httpVersion: z.string(),
    cookies: z.array(zNameValue),
    headers: z.array(zNameValue),
    queryString: z.array(zNameValue),
    postData: z.optional(zHarPostData),
    headersSize: zHarSize,
    bodySize: zHarSize
}))();

/**
 * Body of an answer.
 */
export const zHarContent = /* @__PURE__ */ (() => z.object({
    size: z.int().check(z.gte(0)),
    mimeType: z.string(),
    text: z.optional(z.string())
}))();

/**
 * Answer of an archive; one with status 0 stands for an answer that never came.
 */
export const zHarResponse = /* @__PURE__ */ (() => z.object({
    status: z.int().check(z.gte(0), z.lte(599)),
    statusText: z.string(),
    httpVersion: z.string(),
    cookies: z.array(zNameValue),
    headers: z.array(zNameValue),
    content: zHarContent,
    redirectURL: z.string().check(z.regex(/^\S*$/)),
    headersSize: zHarSize,
    bodySize: zHarSize
}))();

/**
 * Milliseconds that the parts of a request took.
 */
export const zHarTimings = /* @__PURE__ */ (() => z.object({
    send: z.number().check(z.gte(0)),
    wait: z.number().check(z.gte(0)),
    receive: z.number().check(z.gte(0))
}))();

/**
 * One request and its answer.
 */
export const zHarEntry = /* @__PURE__ */ (() => z.object({
    startedDateTime: z.iso.datetime({ offset: true }),
    time: z.number().check(z.gte(0)),
    request: zHarRequest,
    response: zHarResponse,
    cache: z.record(z.string(), z.unknown()).check(maxProperties(0)),
    timings: zHarTimings
}))();

/**
 * Requests, and what recorded them.
 */
export const zHarLog = /* @__PURE__ */ (() => z.object({
    version: z.literal('1.2'),
    creator: zHarCreator,
    entries: z.array(zHarEntry)
}))();

/**
 * HTTP Archive 1.2, http://www.softwareishard.com/blog/har-12-spec/.
 */
export const zHar = /* @__PURE__ */ z.object({
    log: zHarLog
});

/**
 * Name of the API.
 */
export const zPathApi = /* @__PURE__ */ (() => z.string().check(z.minLength(1)))();

/**
 * `operationId` of the operation.
 */
export const zPathOperation = /* @__PURE__ */ (() => z.string().check(z.minLength(1)))();

/**
 * Name of the sandbox.
 */
export const zSandbox2 = zSandboxName;

/**
 * Scenario whose world is read; the one of the sandbox unless given.
 */
export const zScenario = /* @__PURE__ */ (() => z.string().check(z.minLength(1)))();

/**
 * Name of the table.
 */
export const zTable = /* @__PURE__ */ (() => z.string().check(z.minLength(1)))();

/**
 * Key of the row, percent-encoded where it has a slash.
 */
export const zKey = /* @__PURE__ */ (() => z.string().check(z.minLength(1)))();

/**
 * Most entries to give, 1 to 1000.
 */
export const zLimit = /* @__PURE__ */ (() => z._default(z.int().check(z.gte(1), z.lte(1000)), 100))();

/**
 * Keeps entries of the API with this name.
 */
export const zApi2 = /* @__PURE__ */ (() => z.string().check(z.minLength(1)))();

/**
 * Keeps entries of this `operationId`.
 */
export const zOperation = /* @__PURE__ */ (() => z.string().check(z.minLength(1)))();

/**
 * Keeps entries with this HTTP method, in upper case.
 */
export const zMethod = /* @__PURE__ */ (() => z.string().check(z.regex(/^[A-Z-]+$/)))();

/**
 * Keeps entries that were answered with this HTTP status.
 */
export const zStatus = zHttpStatus;

/**
 * Keeps entries of this kind.
 */
export const zKind = zJournalKind;

/**
 * Keeps entries that came after the one with this id.
 */
export const zAfter = /* @__PURE__ */ (() => z.int().check(z.gte(0)))();

/**
 * Id of the last event that the caller had before its connection was lost; goes before `after`.
 */
export const zLastEventId = /* @__PURE__ */ (() => z.int().check(z.gte(0)))();

/**
 * Server and its APIs.
 */
export const zGetHealthResponse = zHealth;

/**
 * Server runs.
 */
export const zCheckLiveResponse = /* @__PURE__ */ z.void();

/**
 * Server takes requests.
 */
export const zCheckReadyResponse = /* @__PURE__ */ z.void();

/**
 * Metrics.
 */
export const zGetMetricsResponse = zMetrics;

export const zListApiOperationsPath = /* @__PURE__ */ (() => z.object({
    api: z.string().check(z.minLength(1))
}))();

/**
 * All operations.
 */
export const zListApiOperationsResponse = zOperationList;

export const zGetApiOperationPath = /* @__PURE__ */ (() => z.object({
    api: z.string().check(z.minLength(1)),
    operation: z.string().check(z.minLength(1))
}))();

/**
 * The operation.
 */
export const zGetApiOperationResponse = zOperationDetails;

/**
 * All sandboxes.
 */
export const zListSandboxesResponse = zSandboxList;

export const zDeleteSandboxPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Deleted; no body.
 */
export const zDeleteSandboxResponse = /* @__PURE__ */ z.void();

export const zGetSandboxPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Requested sandbox.
 */
export const zGetSandboxResponse = zSandbox;

export const zResetSandboxPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Sandbox as it is now.
 */
export const zResetSandboxResponse = zSandbox;

export const zGetClockPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Time of each API.
 */
export const zGetClockResponse = zClock;

export const zSetClockBody = zClockSetting;

export const zSetClockPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Time as it is now.
 */
export const zSetClockResponse = zClock;

export const zAdvanceClockBody = zClockAdvance;

export const zAdvanceClockPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Time as it is now.
 */
export const zAdvanceClockResponse = zClock;

export const zSetScenarioBody = zScenarioChoice;

export const zSetScenarioPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Sandbox as it is now.
 */
export const zSetScenarioResponse = zSandbox;

export const zClearFaultsPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Sandbox as it is now.
 */
export const zClearFaultsResponse = zSandbox;

export const zSetFaultsBody = zFaultList;

export const zSetFaultsPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Sandbox as it is now.
 */
export const zSetFaultsResponse = zSandbox;

export const zGetStatePath = /* @__PURE__ */ (() => z.object({
    sandbox: zSandboxName,
    api: z.string().check(z.minLength(1))
}))();

export const zGetStateQuery = /* @__PURE__ */ (() => z.object({
    scenario: z.optional(z.string().check(z.minLength(1)))
}))();

/**
 * All tables.
 */
export const zGetStateResponse = zState;

export const zDeleteRowPath = /* @__PURE__ */ (() => z.object({
    sandbox: zSandboxName,
    api: z.string().check(z.minLength(1)),
    table: z.string().check(z.minLength(1)),
    key: z.string().check(z.minLength(1))
}))();

/**
 * Deleted; no body.
 */
export const zDeleteRowResponse = /* @__PURE__ */ z.void();

export const zPutRowBody = zRow;

export const zPutRowPath = /* @__PURE__ */ (() => z.object({
    sandbox: zSandboxName,
    api: z.string().check(z.minLength(1)),
    table: z.string().check(z.minLength(1)),
    key: z.string().check(z.minLength(1))
}))();

/**
 * Row as it is now.
 */
export const zPutRowResponse = zRow;

export const zListItemsPath = /* @__PURE__ */ (() => z.object({
    sandbox: zSandboxName,
    api: z.string().check(z.minLength(1))
}))();

export const zListItemsQuery = /* @__PURE__ */ (() => z.object({
    scenario: z.optional(z.string().check(z.minLength(1))),
    limit: z._default(z.optional(z.int().check(z.gte(1), z.lte(1000))), 100)
}))();

/**
 * Items, and the time by which their states hold.
 */
export const zListItemsResponse = zItemList;

export const zGetCoveragePath = /* @__PURE__ */ (() => z.object({
    sandbox: zSandboxName,
    api: z.string().check(z.minLength(1))
}))();

/**
 * All operations of the API.
 */
export const zGetCoverageResponse = zCoverage;

export const zDeleteWebhookPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Deleted; no body.
 */
export const zDeleteWebhookResponse = /* @__PURE__ */ z.void();

export const zSetWebhookBody = zWebhookRegistration;

export const zSetWebhookPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Sandbox as it is now.
 */
export const zSetWebhookResponse = zSandbox;

export const zClearJournalPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Cleared; no body.
 */
export const zClearJournalResponse = /* @__PURE__ */ z.void();

export const zListJournalPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

export const zListJournalQuery = /* @__PURE__ */ (() => z.object({
    api: z.optional(z.string().check(z.minLength(1))),
    operation: z.optional(z.string().check(z.minLength(1))),
    method: z.optional(z.string().check(z.regex(/^[A-Z-]+$/))),
    status: z.optional(zHttpStatus),
    kind: z.optional(zJournalKind),
    after: z.optional(z.int().check(z.gte(0))),
    limit: z._default(z.optional(z.int().check(z.gte(1), z.lte(1000))), 100)
}))();

/**
 * Entries that match.
 */
export const zListJournalResponse = zJournal;

export const zFollowJournalHeaders = /* @__PURE__ */ (() => z.object({
    'Last-Event-ID': z.optional(z.int().check(z.gte(0)))
}))();

export const zFollowJournalPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

export const zFollowJournalQuery = /* @__PURE__ */ (() => z.object({
    after: z.optional(z.int().check(z.gte(0)))
}))();

/**
 * Events, one after the other.
 */
export const zFollowJournalResponse = zJournalEvents;

export const zExportJournalPath = /* @__PURE__ */ z.object({
    sandbox: zSandboxName
});

/**
 * Archive of all entries.
 */
export const zExportJournalResponse = zHar;
