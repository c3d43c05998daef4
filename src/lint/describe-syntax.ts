import type { NormalizedProblem, YamlParseError } from '@redocly/openapi-core';

/** Describes what keeps a file from being read, where it stands. */
export function describeSyntax({ message, line, col, source }: YamlParseError): NormalizedProblem {
  const reason = message.replace(/ in "[^"]*"$/, '').replace(/ in "[^"]*" \(\d+:\d+\)$/, '');
  const start = { line: line || 1, col: col || 1 };
  return {
    ruleId: 'syntax',
    severity: 'error',
    message: `Expected YAML or JSON: ${reason}. Correct the file.`,
    location: [{ source, pointer: undefined, start }],
    suggest: [],
  };
}
