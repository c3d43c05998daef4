/** Paths, without extension, of the pages about an API. */
export interface ApiPaths {
  readonly reference: string;
  readonly behaviour: string;
  readonly provenance: string;
}

/** Names the pages of an API; the reference stands at the top, where it has always been. */
export function nameApiPages(name: string): ApiPaths {
  return {
    // The front page has this name already.
    reference: name.toLowerCase() === 'index' ? `${name}-api` : name,
    behaviour: `behaviour/${name}`,
    provenance: `provenance/${name}`,
  };
}

/** Scheme of links to pages of the site: `page:guides/testing#vitest`. */
export const PAGE_SCHEME = 'page:';
