import type { Operation, ResponseSpec } from './contract.ts';

/**
 * Finds the response that an operation declares for a status: by its code, its class such as `4XX`,
 * or `default`. https://spec.openapis.org/oas/v3.1.1#responses-object
 */
export function findResponse(operation: Operation, status: number): ResponseSpec | undefined {
  const { responses } = operation;
  const find = (wanted: string) => responses.find((response) => response.status === wanted);
  return find(`${status}`) ?? find(`${Math.floor(status / 100)}XX`) ?? find('default');
}
