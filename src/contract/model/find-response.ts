import type { Operation, ResponseSpec } from './contract.ts';

/** Response that an operation declares for a status: the code itself, its class such as `4XX`, or `default`. */
export function findResponse(operation: Operation, status: number): ResponseSpec | undefined {
  const { responses } = operation;
  const find = (wanted: string) => responses.find((response) => response.status === wanted);
  return find(`${status}`) ?? find(`${Math.floor(status / 100)}XX`) ?? find('default');
}
