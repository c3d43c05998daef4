/** What the arguments of most commands are, in words. */
export const TARGETS = 'names of APIs (default: all of redocly.yaml), or files';
