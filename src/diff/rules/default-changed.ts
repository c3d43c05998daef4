import { isDeepStrictEqual } from 'node:util';
import { findEffect, type SchemaRule } from '../schema-pair.ts';
import { showValue } from '../show-value.ts';

/** What is taken for a value that is not sent is another one. */
export const defaultChanged: SchemaRule = (pair) => {
  const [before] = pair.before.keywords.get('default') ?? [];
  const [after] = pair.after.keywords.get('default') ?? [];
  if (isDeepStrictEqual(before?.value, after?.value)) return [];
  const what =
    after === undefined
      ? `has no default, had ${showValue(before?.value)}`
      : `has the default ${showValue(after.value)}, had ${before === undefined ? 'none' : showValue(before.value)}`;
  const found = findEffect(pair, 'differs', 'default-changed', what, { before, after });
  // In an answer it says only what is likely.
  if (pair.flow === 'to-consumer') return [{ ...found, consumer: 'safe', provider: 'safe' }];
  const isNew = before === undefined;
  return [
    {
      ...found,
      consumer: isNew ? 'safe' : 'risky',
      provider: after === undefined ? 'safe' : 'breaking',
    },
  ];
};
