/**
 * Members of a path item that are operations, https://spec.openapis.org/oas/v3.2.0#path-item-object.
 */
export const METHODS: readonly string[] = [
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'],
];
