import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { formatShare } from '../../src/fidelity/format-report.ts';
import { callProgram } from '../cli/call-program.ts';

interface Counted {
  readonly requests: number;
  readonly agreed: number;
  readonly deviating: number;
}

describe('the recordings of real servers', () => {
  test('agree with the mocks, but for what is meant to differ', async () => {
    const { stdout } = await callProgram(['fidelity', '--json']);
    const reports = JSON.parse(stdout);
    const [cloudreve] = reports;
    // The docs show it: npm run fidelity -- --json > mocks/cloudreve/fidelity.json
    expect(reports).toEqual(JSON.parse(await readFile('mocks/cloudreve/fidelity.json', 'utf8')));
    expect(cloudreve.differences).toEqual([]);
    const histories: [string, Counted][] = Object.entries(cloudreve.histories);
    for (const [name, { requests, agreed, deviating }] of histories) {
      expect([name, agreed + deviating]).toEqual([name, requests]);
    }
    const valid = histories.filter(([name]) => /^(?:valid|rand)-/.test(name));
    expect(valid).toHaveLength(7);
    for (const [name, { requests, agreed }] of valid)
      expect([name, agreed]).toEqual([name, requests]);
    // A floor: it only ever rises.
    const { requests, agreed } = cloudreve.all;
    expect(agreed / requests).toBeGreaterThan(0.992);
    const notes = await readFile('mocks/cloudreve/BEHAVIOUR.md', 'utf8');
    expect(notes).toContain(`Of the ${requests.toLocaleString('en')} requests`);
    expect(notes).toContain(`covers ${formatShare(cloudreve.all)} agree`);
    for (const { name, outside } of cloudreve.deviations) {
      if (!outside) expect(notes.toLowerCase()).toContain(`| ${name} |`.toLowerCase());
    }
  });
});
