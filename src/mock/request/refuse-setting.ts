import type { Operation } from '../../contract/model/contract.ts';
import { formatViolation } from '../../contract/model/describe-violation.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { describeUnknownName } from '../../text/nearest-name.ts';
import type { ApiRequest, Refusal } from '../authoring/refusal.ts';
import type { Preference } from '../prism/preference.ts';

type InvalidSetting = Extract<Refusal, { readonly kind: 'invalid-setting' }>;

/** Refuses a name or a preference that is malformed. */
export function refuseMalformed(violation: Violation): InvalidSetting {
  const message = `${formatViolation(violation)}.`;
  return { kind: 'invalid-setting', violations: [violation], message };
}

/** Refuses a preference for a status or an example that an operation does not have. */
export function refuseUnknownAnswer(
  operation: Operation,
  { code, example = '' }: Preference,
): InvalidSetting {
  const { responses } = operation;
  const response = code === undefined ? undefined : findResponse(operation, code);
  if (code !== undefined && response === undefined) {
    return refuseUnknown(
      'code',
      String(code),
      responses.map(({ status }) => status),
    );
  }
  const offered = response === undefined ? responses : [response];
  const names = offered.flatMap(({ content }) =>
    content.flatMap(({ examples }) => examples.map(({ key }) => key)),
  );
  return refuseUnknown('example', example, [...new Set(names)]);
}

function refuseUnknown(
  name: 'code' | 'example',
  found: string,
  known: readonly string[],
): InvalidSetting {
  const params = { name, known };
  const rule = { keyword: 'preference', params, message: `must be one of ${known.join(', ')}` };
  return {
    kind: 'invalid-setting',
    violations: [{ in: 'header', pointer: `/prefer/${name}`, rule, found }],
    message: describeUnknownName(name === 'code' ? 'status' : 'example', found, known),
  };
}

/** Names the query parameter that a preference came by where there is no header `Prefer`. */
export function placePreference(
  refusal: InvalidSetting,
  { headers }: Pick<ApiRequest, 'headers'>,
): InvalidSetting {
  if (headers.get('prefer') !== null) return refusal;
  const violations = refusal.violations.map((violation) => ({
    ...violation,
    in: 'query' as const,
    pointer: violation.pointer.replace('/prefer/', '/__'),
  }));
  return { ...refusal, violations };
}
