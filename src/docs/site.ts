/** Files of a docs site, each made when it is asked for. */
export interface Site {
  /** Paths of all files, relative to the site and not encoded, such as `guides/testing.html`. */
  readonly paths: readonly string[];
  /** Makes a file; `undefined` for a path that the site does not have. Rejects with DocsError where it cannot be made. */
  readonly render: (path: string) => Promise<SiteFile | undefined>;
}

/** File of a docs site. */
export interface SiteFile {
  readonly mediaType: string;
  readonly body: string;
}
