import type { Contract, Example, Media, Operation } from '../contract/model/contract.ts';

/** One answer that a contract promises: an example of a status, or a status without a body. */
export interface AnswerCase {
  readonly title: string;
  readonly operation: Operation;
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  /** Status to ask for; `undefined` where none can be. */
  readonly code: number | undefined;
  readonly media: Media | undefined;
  readonly example: Example | undefined;
}

/** Statuses that may be asked for where a contract does not say which one. */
const CODES = ['200', '400', '404', '409', '500', '503', '299', '499', '599', '302'];

/** Every operation × every status × every media type × every example of a contract. */
export function listAnswerCases({ operations }: Pick<Contract, 'operations'>): AnswerCase[] {
  return operations.flatMap((operation) =>
    operation.responses
      .filter(({ flaw }) => flaw === undefined)
      .flatMap(({ status, content }): AnswerCase[] => {
        const code = chooseCode(operation, status);
        const base = { operation, status, code };
        if (content.length === 0) {
          const title = `${operation.id} ${status}`;
          return [{ ...base, title, media: undefined, example: undefined }];
        }
        const isOne = content.length === 1;
        return content.flatMap((media) =>
          listExamples(media).map((example) => {
            const parts = [operation.id, status, isOne ? undefined : media.type, example?.key];
            const title = parts.filter((part) => part !== undefined).join(' ');
            // Some contracts have other names in the place of media types.
            const isNamed = media.type.includes('/');
            return { ...base, title, media, example, ...(!isNamed && { code: undefined }) };
          }),
        );
      }),
  );
}

/** Without an example, the answer is made by the schema. */
function listExamples({ examples }: Media): readonly (Example | undefined)[] {
  return examples.length === 0 ? [undefined] : examples;
}

/** Writes the preference for an answer, as the header `Prefer` has it. */
export function preferAnswer(answer: AnswerCase): string {
  const key = keyOf(answer);
  return [`code=${answer.code}`, ...(key === undefined ? [] : [`example=${quote(key)}`])].join(
    ', ',
  );
}

/** The same in a query, for an operation that has a header of this name itself. */
export function preferInQuery(answer: AnswerCase): Readonly<Record<string, string>> {
  const key = keyOf(answer);
  return { __code: `${answer.code}`, ...(key !== undefined && { __example: key }) };
}

/** Key of an example among others; one that stands alone has none that is known to all. */
function keyOf({ media, example }: AnswerCase): string | undefined {
  return media?.examples.length === 1 && example?.key === 'example' ? undefined : example?.key;
}

/** A range or `default` stands for a status that the operation does not declare itself. */
function chooseCode({ responses }: Operation, status: string): number | undefined {
  if (/^[2-5]\d\d$/.test(status)) return Number(status);
  const declared = new Set(responses.map((response) => response.status));
  const isIn = (code: string) =>
    status === 'default' ? !declared.has(`${code[0]}XX`) : status === `${code[0]}XX`;
  const found = CODES.find((code) => isIn(code) && !declared.has(code));
  return found === undefined ? undefined : Number(found);
}

function quote(key: string): string {
  return /^[\w.-]+$/.test(key) ? key : `"${key}"`;
}
