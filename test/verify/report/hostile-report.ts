import type { VerifyReport } from '../../../src/verify/model/report.ts';
import { findingOf, operationOf, reportOf } from './sample-reports.ts';

/** Texts of servers and contracts that mean something to a browser, a runner, a terminal or a parser. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'a script': '<script>globalThis.hacked = true</script><img src=x onerror="hacked = true">',
  'an attribute': '" onmouseover="hacked = true" x="\' autofocus onfocus=\'hacked = true',
  'the end of CDATA': ']]> <![CDATA[ <!-- --> &amp; &#0; &bogus;',
  'an encoded end of a line': '%0A::error::x%0D%25',
  'a workflow command': '::error::x\n::add-mask::y\r\n ::stop-commands::z',
  'an older workflow command': '##[error]x ##[add-mask]y',
  'ANSI escapes':
    '\x1b[31mred\x1b]8;;http://evil.example\x07link\x1b]8;;\x07\x1b[2J\x9b31m\x90q\x9c',
  'control characters': '\0\x01\x08\v\f\x0e\x1f\x7f\x85\u2028\u2029\u202e\ufeff\ufffe\uffff',
  'lone surrogates': 'a\ud800b\udc00c\udbff',
  Markdown:
    '``` \n# x\n| a | b |\n[x](javascript:alert(1)) ![x](http://evil.example/x.png) </details>',
  'a name of every object': '__proto__',
  nothing: '',
  'a long text': 'x <b> '.repeat(170_000),
  'a long text of emoji': '🎉'.repeat(250_000),
  'a long text of escapes': '\x1b'.repeat(1_000_000),
};

/** Makes a report in which a text stands in every place that a server or a contract fills. */
export function hostileReport(text: string): VerifyReport {
  const operation = { id: text, method: text, path: text };
  const finding = findingOf({
    operation,
    where: text,
    expected: text,
    found: text,
    reproduce: [`curl '${text.replaceAll("'", "'\\''")}'`, text],
    provenance: { level: 'documented', note: text, url: text },
    cause: text,
  });
  return reportOf({
    api: text,
    title: text,
    url: text,
    startedAt: text,
    findings: [
      finding,
      { ...finding, count: 3 },
      findingOf({ ...finding.finding, kind: 'too-slow', severity: 'warning' }),
      findingOf({
        ...finding.finding,
        kind: 'server-error',
        provenance: { level: 'assumed', note: text, url: undefined },
      }),
      findingOf({
        ...finding.finding,
        provenance: { level: 'source', note: '', url: `javascript:${text}` },
      }),
    ],
    operations: [
      operationOf(operation, {
        statuses: { met: [text], missed: [text] },
        constraints: { met: [text], missed: [text] },
      }),
      operationOf({ ...operation, id: `${text}absent` }, { state: 'absent' }),
      operationOf({ ...operation, id: `${text}skipped` }, { state: 'skipped', reason: text }),
    ],
    notes: [text],
    stopped: text,
  });
}
