import { InvalidAnswerError } from './errors/invalid-answer-error.ts';
import type { Issue } from './errors/issue.ts';
import { RequestError } from './errors/request-error.ts';
import { findByStatus } from './find-by-status.ts';
import { findIssues } from './find-issues.ts';
import type { StandardSchema } from './standard-schema.ts';
import type { Validation } from './validation.ts';

/** Schemas of an operation: of the parts of its requests, and of the bodies of its answers by status. */
export interface OperationSchemas {
  readonly path?: StandardSchema;
  readonly query?: StandardSchema;
  readonly headers?: StandardSchema;
  readonly cookies?: StandardSchema;
  readonly body?: StandardSchema;
  readonly responses?: Readonly<Record<string, StandardSchema>>;
}

/** What is validated: answers alone, or requests before they are sent as well. */
export type Validated = 'response' | 'both';

const PARTS = ['path', 'query', 'headers', 'cookies', 'body'] as const;

/**
 * Validates by schemas of operations, which `generate` writes into `validation.ts`; an operation without schemas is not
 * validated. Values stay as they are: what a schema makes of them is not used.
 */
export function validate(
  schemas: Readonly<Record<string, OperationSchemas>>,
  what: Validated = 'both',
): Validation {
  const of = (operation: string): OperationSchemas =>
    (Object.hasOwn(schemas, operation) && schemas[operation]) || {};
  return {
    checkAnswer: async (call, status, body) => {
      const schema = findByStatus(of(call.operation).responses ?? {}, status);
      const issues = await findIssues(schema, body, '');
      if (issues.length === 0) return;
      const text = `answer ${status} breaks the contract${describeIssues(issues)}`;
      throw new InvalidAnswerError(call, text, { status, issues });
    },
    ...(what === 'both' && {
      checkRequest: async (call, input) => {
        const found = PARTS.map((part) => {
          const value = input[part] === undefined && part !== 'body' ? {} : input[part];
          return findIssues(of(call.operation)[part], value, `/${part}`);
        });
        const issues = (await Promise.all(found)).flat();
        if (issues.length === 0) return;
        const text = `request breaks the contract${describeIssues(issues)}`;
        throw new RequestError(call, text, { issues });
      },
    }),
  };
}

function describeIssues(issues: readonly Issue[]): string {
  return issues
    .map(
      ({ pointer, expected, found }) =>
        `\n  at ${pointer || '/'}: expected ${expected}, found ${found}`,
    )
    .join('');
}
