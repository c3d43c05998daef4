import {
  formatProblems,
  getTotals,
  logger,
  type NormalizedProblem,
  type OutputFormat,
} from '@redocly/openapi-core';

/** Formats problems as Redocly does; empty without any, but for formats that are one document. */
export function formatReport(
  problems: readonly NormalizedProblem[],
  format: OutputFormat,
  color: boolean,
): string {
  const maxProblems = Number.POSITIVE_INFINITY;
  const totals = getTotals([...problems]);
  const text = collectOutput(() =>
    formatProblems([...problems], { format, color, maxProblems, totals }),
  );
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Redocly has no function that gives the text: it writes to the stdout of the process, all at once. */
function collectOutput(print: () => void): string {
  const parts: string[] = [];
  const { output } = logger;
  logger.output = (text) => parts.push(text) > 0;
  try {
    print();
  } finally {
    logger.output = output;
  }
  return parts.join('');
}
