import type { Plugin } from '@redocly/openapi-core';

/** What a `redocly.yaml` may extend, each on top of Redocly's own rules. */
export const CONFIGURATIONS: NonNullable<Plugin['configs']> = {
  /** Mistakes alone: right for any contract. */
  recommended: {
    rules: {
      'share/client-extensions': 'error',
      // Its successor reads XML and text as well, knows what 3.0 means by `nullable`, and takes the members that the schema allows.
      'no-invalid-media-type-examples': 'off',
      'share/enforceable-schema': { severity: 'error', unknownFormats: 'warn' },
      'share/example-matches-schema': 'error',
    },
  },
  /** Besides, an example of everything that is sent, and a format of every text that has one. */
  strict: {
    rules: {
      'no-invalid-media-type-examples': 'off',
      'share/client-error-example': 'error',
      'share/client-extensions': 'error',
      // Redocly merges options, so that this one has to be taken back.
      'share/enforceable-schema': { severity: 'error', unknownFormats: 'error' },
      'share/example-matches-schema': 'error',
      'share/operation-success-example': 'error',
      'share/parameter-example': 'error',
      'share/string-format': 'error',
    },
  },
  /** Where each fact comes from, for contracts of APIs that somebody else has documented. */
  provenance: {
    rules: {
      'share/documented-example-first': 'error',
      'share/provenance': 'error',
    },
  },
};
