/** Generated type, in short, of an operation that takes anything. */
export type LooseOperation<Body = unknown> = {
  parameters: {
    query?: object;
    header?: never;
    path?: Readonly<Record<string, unknown>>;
    cookie?: never;
  };
  requestBody?: { content: { 'application/json': unknown } };
  responses: { 200: { content: { 'application/json': Body } } };
};
