import { type EndpointRule, findInCall } from '../endpoint-pair.ts';
import { openMember, readMember } from '../open-member.ts';
import { readSunset } from '../read-sunset.ts';
import { showValue } from '../show-value.ts';

/** An operation gets another `operationId`, after which clients name their methods, is deprecated, or ends earlier. */
export const operationChanged: EndpointRule = (pair) => {
  const before = pair.before.cursor;
  const after = pair.after.cursor;
  const from = readMember(before, 'operationId');
  const to = readMember(after, 'operationId');
  const isRenamed = from !== undefined && from !== to && pair.before.kind === 'operation';
  const isDeprecated =
    readMember(before, 'deprecated') !== true && readMember(after, 'deprecated') === true;
  const was = readSunset(before);
  const is = readSunset(after);
  const isEarlier = is !== undefined && was !== undefined && is < was;
  const at = (key: string) =>
    [openMember(before, key) ?? before, openMember(after, key) ?? after] as const;
  return [
    ...(isRenamed
      ? [
          findInCall(
            pair,
            'operation-id-changed',
            '',
            `has the operationId ${to === undefined ? 'no longer' : showValue(to)}, had ${showValue(from)}`,
            { caller: 'breaking', server: 'safe' },
            ...at('operationId'),
          ),
        ]
      : []),
    ...(isDeprecated
      ? [
          findInCall(
            pair,
            'operation-deprecated',
            '',
            'is deprecated',
            { caller: 'safe', server: 'safe' },
            ...at('deprecated'),
          ),
        ]
      : []),
    ...(isEarlier
      ? [
          findInCall(
            pair,
            'sunset-earlier',
            '',
            `ends on ${is.toISOString().slice(0, 10)}, was to end on ${was.toISOString().slice(0, 10)}`,
            { caller: 'risky', server: 'safe' },
            ...at('x-sunset'),
          ),
        ]
      : []),
  ];
};
