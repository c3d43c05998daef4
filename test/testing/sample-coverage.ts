import type { Coverage } from '../../src/testing/index.ts';

/** What tests met of a contract of two operations. */
export const MET: Coverage = [
  {
    api: 'notes',
    operation: 'listNotes',
    statuses: { '200': 3, '401': 0 },
    inClasses: {},
    undocumented: {},
    codes: {},
    otherCodes: {},
    examples: { '200 two': 1, '200 none': 0 },
    parameters: { 'query page': 2, 'query size': 0 },
    constraints: { 'query size maximum': 0 },
  },
  {
    api: 'notes',
    operation: 'createNote',
    statuses: { '201': 0, '401': 0, '409': 0 },
    inClasses: {},
    undocumented: {},
    codes: { taken: 0 },
    otherCodes: {},
    examples: {},
    parameters: {},
    constraints: { 'body /text maxLength': 0, 'body /text required': 0 },
  },
];

/** An operation with classes, beside whose contract something came. */
export const CLASSES: Coverage = [
  {
    api: 'notes',
    operation: 'putNote',
    statuses: { '200': 1, '4XX': 3, default: 1 },
    inClasses: { '404': 1, '409': 2, '503': 1 },
    undocumented: {},
    codes: { taken: 2 },
    otherCodes: { odd: 1 },
    examples: {},
    parameters: {},
    constraints: {},
  },
  {
    api: 'notes',
    operation: 'listNotes',
    statuses: { '200': 0 },
    inClasses: {},
    undocumented: { '418': 2, '500': 1 },
    codes: {},
    otherCodes: {},
    examples: {},
    parameters: {},
    constraints: {},
  },
];
