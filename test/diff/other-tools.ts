/** What other tools say of a change. */
export interface OtherTools {
  readonly oasdiff: readonly string[];
  readonly redocly: readonly string[];
  /** Whether one of them calls it a break, or warns. */
  readonly isBreak: boolean;
}

/**
 * What oasdiff 1.28 (`oasdiff changelog`) and plain Redocly 2.77 (`redocly diff` with `diff-recommended`) say of each change, as
 * measured in November 2026: `3` is an error of oasdiff, `2` a warning, `1` no break.
 */
export const OTHERS: Readonly<Record<string, OtherTools>> = {
  'path removed': {
    oasdiff: ['3:api-path-removed-without-deprecation'],
    redocly: ['major:path-removed'],
    isBreak: true,
  },
  'method removed': {
    oasdiff: ['3:api-removed-without-deprecation'],
    redocly: ['major:operation-removed'],
    isBreak: true,
  },
  'operation added': { oasdiff: ['1:endpoint-added'], redocly: [], isBreak: false },
  'operation deprecated': { oasdiff: ['1:endpoint-deprecated'], redocly: [], isBreak: false },
  'deprecated operation removed after its sunset': {
    oasdiff: [],
    redocly: ['major:operation-removed'],
    isBreak: true,
  },
  'deprecated operation removed before its sunset': {
    oasdiff: ['3:api-removed-before-sunset'],
    redocly: ['major:operation-removed'],
    isBreak: true,
  },
  'sunset brought forward': {
    oasdiff: ['3:api-sunset-date-changed-earlier'],
    redocly: [],
    isBreak: true,
  },
  'operationId renamed': {
    oasdiff: ['1:api-operation-id-removed'],
    redocly: ['major:operation-id-changed'],
    isBreak: true,
  },
  'path parameter renamed': { oasdiff: [], redocly: [], isBreak: false },
  'required parameter added': {
    oasdiff: ['3:new-required-request-parameter'],
    redocly: ['major:parameter-became-required'],
    isBreak: true,
  },
  'optional parameter added': {
    oasdiff: ['1:new-optional-request-parameter'],
    redocly: [],
    isBreak: false,
  },
  'parameter removed': {
    oasdiff: ['2:request-parameter-removed'],
    redocly: ['major:parameter-removed'],
    isBreak: true,
  },
  'parameter made required': {
    oasdiff: ['3:request-parameter-became-required'],
    redocly: ['major:parameter-became-required'],
    isBreak: true,
  },
  'parameter made optional': {
    oasdiff: ['1:request-parameter-became-optional'],
    redocly: [],
    isBreak: false,
  },
  'parameter moved to a header': {
    oasdiff: ['2:request-parameter-removed', '1:new-optional-request-parameter'],
    redocly: ['major:parameter-removed'],
    isBreak: true,
  },
  'style of a parameter': {
    oasdiff: [],
    redocly: ['major:parameter-serialization-changed'],
    isBreak: true,
  },
  'parameter deprecated': {
    oasdiff: ['1:request-parameter-deprecated'],
    redocly: [],
    isBreak: false,
  },
  'request body made required': {
    oasdiff: ['3:request-body-became-required'],
    redocly: ['major:request-body-became-required'],
    isBreak: true,
  },
  'required request body added': {
    oasdiff: ['3:request-body-added-required'],
    redocly: [],
    isBreak: true,
  },
  'request body removed': {
    oasdiff: ['3:request-body-removed'],
    redocly: ['major:request-body-removed'],
    isBreak: true,
  },
  'type narrowed in a request': {
    oasdiff: ['3:request-body-type-changed'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'type widened in a request': {
    oasdiff: ['1:request-body-type-generalized'],
    redocly: [],
    isBreak: false,
  },
  'type narrowed in a response': {
    oasdiff: ['1:response-body-type-specialized'],
    redocly: [],
    isBreak: false,
  },
  'type widened in a response': {
    oasdiff: ['3:response-body-type-generalized'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'type exchanged in a request': {
    oasdiff: ['3:request-body-type-changed'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'type exchanged in a response': {
    oasdiff: ['3:response-body-type-changed'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'type of a parameter': {
    oasdiff: ['3:request-parameter-type-changed'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'enum value removed in a request': {
    oasdiff: ['3:request-body-enum-value-removed'],
    redocly: ['major:enum-values-removed'],
    isBreak: true,
  },
  'enum value added in a request': {
    oasdiff: ['1:request-body-enum-value-added'],
    redocly: [],
    isBreak: false,
  },
  'enum value removed in a response': {
    oasdiff: ['1:response-mediatype-enum-value-removed'],
    redocly: [],
    isBreak: false,
  },
  'enum value added in a response': {
    oasdiff: ['3:response-mediatype-enum-value-added'],
    redocly: ['major:enum-values-added'],
    isBreak: true,
  },
  'enum value of a parameter removed': {
    oasdiff: ['3:request-parameter-enum-value-removed'],
    redocly: ['major:enum-values-removed'],
    isBreak: true,
  },
  'enum added in a request': {
    oasdiff: ['3:request-body-became-enum'],
    redocly: ['major:enum-values-removed'],
    isBreak: true,
  },
  'enum dropped in a response': {
    oasdiff: ['3:response-mediatype-became-not-enum'],
    redocly: ['major:enum-values-added'],
    isBreak: true,
  },
  'const changed in a response': {
    oasdiff: ['3:response-body-const-changed'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'pattern added in a request': {
    oasdiff: [],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'pattern removed in a request': { oasdiff: [], redocly: [], isBreak: false },
  'pattern changed in a request': {
    oasdiff: [],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'pattern removed in a response': {
    oasdiff: [],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'maximum lowered in a request': {
    oasdiff: ['3:request-body-max-decreased'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'maximum raised in a request': {
    oasdiff: ['1:request-body-max-increased'],
    redocly: [],
    isBreak: false,
  },
  'maximum raised in a response': {
    oasdiff: ['3:response-body-max-increased'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'minimum raised of a parameter': {
    oasdiff: ['3:request-parameter-min-increased'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'minimum lowered in a response': {
    oasdiff: ['3:response-body-min-decreased'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'minimum made exclusive in a request': {
    oasdiff: ['3:request-body-exclusive-min-set', '1:request-body-min-unset'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'maxLength set in a request': {
    oasdiff: ['3:request-body-max-length-set'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'minLength dropped in a response': {
    oasdiff: ['3:response-body-min-length-unset'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'minItems raised in a request': {
    oasdiff: ['3:request-body-min-items-increased'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'maxItems dropped in a response': {
    oasdiff: ['3:response-body-max-items-unset'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'multipleOf set in a request': {
    oasdiff: ['3:request-body-multiple-of-set'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'nullable in a response': {
    oasdiff: ['3:response-property-became-nullable'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'not nullable in a request': {
    oasdiff: ['3:request-property-became-not-nullable'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'default of a parameter changed': {
    oasdiff: ['1:request-parameter-default-value-changed'],
    redocly: [],
    isBreak: false,
  },
  'default in a request body removed': {
    oasdiff: ['1:request-property-default-value-removed'],
    redocly: [],
    isBreak: false,
  },
  'format added in a request': {
    oasdiff: ['3:request-body-type-changed'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'format changed in a response': {
    oasdiff: ['3:response-body-type-changed'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'int32 to int64 in a response': {
    oasdiff: ['3:response-body-type-changed'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'uniqueItems set in a request': {
    oasdiff: ['3:request-body-unique-items-set'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'uniqueItems dropped in a response': {
    oasdiff: ['3:response-body-unique-items-unset'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'success status removed': {
    oasdiff: ['3:response-success-status-removed'],
    redocly: ['major:response-removed'],
    isBreak: true,
  },
  'error status removed': {
    oasdiff: ['1:response-non-success-status-removed'],
    redocly: ['major:response-removed'],
    isBreak: true,
  },
  'error status added': {
    oasdiff: ['1:response-non-success-status-added'],
    redocly: [],
    isBreak: false,
  },
  'success status added': {
    oasdiff: ['1:response-success-status-added'],
    redocly: [],
    isBreak: false,
  },
  'required response member removed': {
    oasdiff: ['3:response-required-property-removed'],
    redocly: ['major:required-properties-removed', 'major:property-removed'],
    isBreak: true,
  },
  'optional response member removed': {
    oasdiff: ['1:response-optional-property-removed'],
    redocly: ['major:property-removed'],
    isBreak: true,
  },
  'response member made optional': {
    oasdiff: ['3:response-property-became-optional'],
    redocly: ['major:required-properties-removed'],
    isBreak: true,
  },
  'response member made required': {
    oasdiff: ['1:response-property-became-required'],
    redocly: [],
    isBreak: false,
  },
  'response member added': {
    oasdiff: ['1:response-optional-property-added'],
    redocly: [],
    isBreak: false,
  },
  'required request member added': {
    oasdiff: ['3:request-property-became-required', '1:new-optional-request-property'],
    redocly: ['major:required-properties-added'],
    isBreak: true,
  },
  'new required request member': {
    oasdiff: ['3:new-required-request-property'],
    redocly: ['major:required-properties-added'],
    isBreak: true,
  },
  'optional request member added': {
    oasdiff: ['1:new-optional-request-property'],
    redocly: [],
    isBreak: false,
  },
  'request member removed': { oasdiff: ['2:request-property-removed'], redocly: [], isBreak: true },
  'request member made optional': {
    oasdiff: ['1:request-property-became-optional'],
    redocly: [],
    isBreak: false,
  },
  'response media type removed': {
    oasdiff: ['3:response-media-type-removed'],
    redocly: ['major:media-type-removed'],
    isBreak: true,
  },
  'request media type removed': {
    oasdiff: ['3:request-body-media-type-removed'],
    redocly: ['major:media-type-removed'],
    isBreak: true,
  },
  'response media type added': {
    oasdiff: ['1:response-media-type-added'],
    redocly: [],
    isBreak: false,
  },
  'security added': {
    oasdiff: ['3:api-security-anonymous-access-removed'],
    redocly: ['major:security-requirement-changed'],
    isBreak: true,
  },
  'security removed': {
    oasdiff: ['1:api-security-anonymous-access-added'],
    redocly: [],
    isBreak: false,
  },
  'security alternative removed': {
    oasdiff: ['3:api-security-removed'],
    redocly: ['major:security-requirement-changed'],
    isBreak: true,
  },
  'security alternative added': { oasdiff: ['1:api-security-added'], redocly: [], isBreak: false },
  'scope added': {
    oasdiff: ['3:api-security-scope-added'],
    redocly: ['major:security-requirement-changed'],
    isBreak: true,
  },
  'name of an API key': {
    oasdiff: ['3:api-security-component-api-key-name-changed'],
    redocly: ['major:security-scheme-changed'],
    isBreak: true,
  },
  'token URL': {
    oasdiff: ['2:api-security-component-oauth-token-url-changed'],
    redocly: [],
    isBreak: true,
  },
  'member made readOnly': {
    oasdiff: ['2:request-optional-property-became-read-only'],
    redocly: [],
    isBreak: true,
  },
  'member made writeOnly': {
    oasdiff: ['1:response-optional-property-became-write-only'],
    redocly: [],
    isBreak: false,
  },
  'required member no longer readOnly': {
    oasdiff: ['1:request-required-property-became-not-read-only-in-openapi-31'],
    redocly: [],
    isBreak: false,
  },
  'additionalProperties forbidden in a request': {
    oasdiff: [],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'additionalProperties allowed in a response': {
    oasdiff: [],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'values of a map': {
    oasdiff: ['3:response-property-type-changed'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'discriminator mapping removed': {
    oasdiff: ['1:response-body-discriminator-mapping-deleted'],
    redocly: [],
    isBreak: false,
  },
  'discriminator property renamed': {
    oasdiff: ['1:response-body-discriminator-property-name-changed'],
    redocly: [],
    isBreak: false,
  },
  'oneOf branch removed in a request': {
    oasdiff: ['3:request-body-one-of-removed'],
    redocly: ['major:schema-combinator-changed'],
    isBreak: true,
  },
  'oneOf branch added in a request': {
    oasdiff: ['1:request-body-one-of-added'],
    redocly: [],
    isBreak: false,
  },
  'oneOf branch added in a response': {
    oasdiff: ['3:response-body-one-of-added'],
    redocly: ['major:schema-combinator-changed'],
    isBreak: true,
  },
  'anyOf branch removed in a response': {
    oasdiff: ['1:response-body-list-of-types-narrowed'],
    redocly: [],
    isBreak: false,
  },
  'plain type wrapped in oneOf in a response': {
    oasdiff: ['3:response-body-list-of-types-widened'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'allOf branch added in a request': {
    oasdiff: ['3:request-body-all-of-added'],
    redocly: ['major:schema-combinator-changed'],
    isBreak: true,
  },
  'required response header removed': {
    oasdiff: ['3:required-response-header-removed'],
    redocly: ['major:response-header-removed'],
    isBreak: true,
  },
  'optional response header removed': {
    oasdiff: ['1:optional-response-header-removed'],
    redocly: ['major:response-header-removed'],
    isBreak: true,
  },
  'response header made optional': {
    oasdiff: ['3:response-header-became-optional'],
    redocly: [],
    isBreak: true,
  },
  'type of a response header': {
    oasdiff: ['1:response-header-type-compatible'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'member of a callback removed': {
    oasdiff: [],
    redocly: ['major:required-properties-removed', 'major:property-removed'],
    isBreak: true,
  },
  'callback removed': { oasdiff: [], redocly: ['major:path-removed'], isBreak: true },
  'type in a webhook': {
    oasdiff: ['3:request-body-type-changed'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'webhook removed': {
    oasdiff: ['3:webhook-removed'],
    redocly: ['major:path-removed'],
    isBreak: true,
  },
  'server URL': { oasdiff: [], redocly: ['major:server-removed'], isBreak: true },
  'items in a response': {
    oasdiff: ['3:response-property-type-changed'],
    redocly: ['major:schema-type-changed'],
    isBreak: true,
  },
  'propertyNames set in a request': {
    oasdiff: ['3:request-body-property-names-added'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'dependentRequired set in a request': {
    oasdiff: ['3:request-body-dependent-required-added'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'contentEncoding in a response': {
    oasdiff: ['3:response-body-content-encoding-changed'],
    redocly: ['major:schema-constraint-changed'],
    isBreak: true,
  },
  'name of an XML element': { oasdiff: [], redocly: [], isBreak: false },
  'schema becomes false in a request': {
    oasdiff: ['3:request-property-schema-became-false'],
    redocly: [],
    isBreak: true,
  },
};
