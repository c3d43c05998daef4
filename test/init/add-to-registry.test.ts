import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { addToRegistry } from '../../src/init/add-to-registry.ts';

const ENTRY = { name: 'notes', root: './notes.yaml' };

describe('addToRegistry', () => {
  test.each<[what: string, before: string, after: string]>([
    ['an empty file', '', 'apis:\n  notes:\n    root: ./notes.yaml\n'],
    [
      'a file without APIs',
      '# Rules.\nextends: [recommended]\n',
      '# Rules.\nextends: [recommended]\n\napis:\n  notes:\n    root: ./notes.yaml\n',
    ],
    [
      'a file whose last line has no end',
      'apis:\n  a:\n    root: a.yaml',
      'apis:\n  a:\n    root: a.yaml\n  notes:\n    root: ./notes.yaml\n',
    ],
    [
      'a file that goes on behind its APIs',
      'apis:\n  # The first.\n  a:\n    root: a.yaml # here\n\n# How strict.\nrules:\n  info-license: off\n',
      'apis:\n  # The first.\n  a:\n    root: a.yaml # here\n  notes:\n    root: ./notes.yaml\n\n# How strict.\nrules:\n  info-license: off\n',
    ],
    [
      'APIs that are indented by four',
      'apis:\n    a:\n        root: a.yaml\n',
      'apis:\n    a:\n        root: a.yaml\n    notes:\n        root: ./notes.yaml\n',
    ],
    [
      'APIs that end in a list',
      'apis:\n  a:\n    root: a.yaml\n    decorators:\n    - x\n    - y\nrules: {}\n',
      'apis:\n  a:\n    root: a.yaml\n    decorators:\n    - x\n    - y\n  notes:\n    root: ./notes.yaml\nrules: {}\n',
    ],
    [
      'APIs in braces',
      '# Mine.\napis: { a: { root: a.yaml } }\n',
      '# Mine.\napis: { a: { root: a.yaml }, notes: { root: ./notes.yaml } }\n',
    ],
    ['no APIs in braces', 'apis: {}\n', 'apis: { notes: { root: ./notes.yaml } }\n'],
    [
      'APIs that are to come',
      'apis:\nrules: {}\n',
      'apis:\n  notes:\n    root: ./notes.yaml\nrules: {}\n',
    ],
  ])('adds to %s', (_, before, after) => {
    expect(addToRegistry(before, ENTRY)).toBe(after);
  });

  test.each(['2', 'true', 'a@v2', 'no', '1.2.3', 'a.b-c_d'])(
    'writes the name %j so that it is read back',
    (name) => {
      const root = '../my files/#1: a.yaml';
      expect(load(addToRegistry('apis:\n  a: { root: a.yaml }\n', { name, root }))).toEqual({
        apis: { a: { root: 'a.yaml' }, [name]: { root } },
      });
    },
  );
});
