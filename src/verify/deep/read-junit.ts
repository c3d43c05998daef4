import { XMLParser } from 'fast-xml-parser';
import { isJsonObject } from '../../contract/model/json-cursor.ts';

/** Reads what Schemathesis could not test from its JUnit report, as sentences. */
export function readErrors(xml: string): string[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });
  const { testsuites } = parser.parse(xml);
  return listOf(testsuites, 'testsuite')
    .flatMap((suite) => listOf(suite, 'testcase'))
    .flatMap((testcase) =>
      listOf(testcase, 'error').map((error) => {
        const text = String(error['#text'] ?? error['@message'] ?? '');
        return `Schemathesis could not test ${testcase['@name']}: ${text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)}`;
      }),
    );
}

function listOf(value: unknown, name: string): Record<string, unknown>[] {
  if (!isJsonObject(value)) return [];
  const found = [value[name]].flat();
  return found.flatMap((item) => {
    if (typeof item === 'string' && item !== '') return [{ '#text': item }];
    return isJsonObject(item) ? [{ ...item }] : [];
  });
}
