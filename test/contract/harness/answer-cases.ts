import type { Contract, Example, Media, Operation } from '../../../src/contract/model/contract.ts';

/** One answer that a contract promises: an example of a status, or a status without a body. */
export interface AnswerCase {
  readonly title: string;
  readonly operation: Operation;
  readonly status: string;
  readonly media: Media | undefined;
  readonly example: Example | undefined;
  /** Asks the mock for exactly this answer. */
  readonly prefer: string;
}

/** Every operation × every status × every example of a contract. */
export function listAnswerCases(contract: Contract): AnswerCase[] {
  return contract.operations.flatMap((operation) =>
    operation.responses.flatMap(({ status, content }): AnswerCase[] => {
      const base = { operation, status };
      if (content.length === 0) {
        const title = `${operation.id} ${status}`;
        return [{ ...base, title, media: undefined, example: undefined, prefer: `code=${status}` }];
      }
      return content.flatMap((media) =>
        media.examples.map((example) => ({
          ...base,
          title: `${operation.id} ${status} ${example.key}`,
          media,
          example,
          prefer: `code=${status}, example=${example.key}`,
        })),
      );
    }),
  );
}
