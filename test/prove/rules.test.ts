import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load/load-contract.ts';
import { OWN_APIS } from '../support/own-project.ts';
import { type Described, describePart, digest, listParts } from './mutation/list-parts.ts';

// A rule that is gone or looser shows in these files. Where that is meant, `vitest run test/prove/rules.test.ts --update` writes them anew.
describe('rules that messages break', () => {
  test.each(OWN_APIS)('of $name are those that are written down', async ({ name, contract }) => {
    const loaded = await loadContract(contract);
    const described: Described[] = [];
    for (const part of listParts(loaded)) described.push(await describePart(loaded, part));
    const rules = [...new Set(described.flatMap((part) => part.rules))].toSorted();
    const parts = described.map(
      ({ part, lines }) => `${part.label}: ${lines.length} messages and rules, ${digest(lines)}`,
    );
    const text = `${[...parts, '', ...rules].join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'rules', `${name}.txt`));
  });
});
