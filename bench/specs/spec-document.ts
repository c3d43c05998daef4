/** OpenAPI document to serve, and where it is from. */
export interface SpecDocument {
  readonly title: string;
  readonly file: string;
  readonly source: string;
}
