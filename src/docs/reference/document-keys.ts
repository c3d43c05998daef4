/** Members that hold data of the API and are left alone. */
export const DATA_KEYS: ReadonlySet<string> = new Set([
  'const',
  'default',
  'enum',
  'example',
  'value',
  'dataValue',
]);

/** Members whose keys are names, not keywords. */
export const NAME_MAPS: ReadonlySet<string> = new Set([
  '$defs',
  'additionalOperations',
  'callbacks',
  'content',
  'dependentSchemas',
  'examples',
  'headers',
  'links',
  'mediaTypes',
  'parameters',
  'pathItems',
  'paths',
  'patternProperties',
  'properties',
  'requestBodies',
  'responses',
  'schemas',
  'securitySchemes',
  'webhooks',
]);
