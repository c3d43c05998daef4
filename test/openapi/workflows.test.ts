import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/apis/root.ts';
import { endRunningClis, startMock } from '../cli/run-cli.ts';
import { makeFolder } from '../support/temporary-folder.ts';

/** What Respect writes with `--json-output`, as far as it is looked at here. */
interface Report {
  readonly files: Readonly<Record<string, { readonly executedWorkflows: readonly Workflow[] }>>;
}

interface Workflow {
  readonly workflowId: string;
  readonly executedSteps: readonly {
    readonly status: string;
    readonly request: { readonly url: string };
  }[];
}

const ORIGIN = 'http://127.0.0.1:4010';
const FILES = 'openapi/*/workflows.arazzo.yaml';
/** Number of steps of each workflow. */
const STEPS = {
  'openapi/cloudreve/workflows.arazzo.yaml': {
    shareLifeCycle: 15,
    shareExpiry: 15,
    strangerDownload: 14,
  },
  'openapi/craftkit/workflows.arazzo.yaml': {
    shareLifeCycle: 12,
    shareExpiry: 8,
  },
  'openapi/crego/workflows.arazzo.yaml': {
    shareLifeCycle: 10,
    shareExpiry: 10,
  },
  'openapi/mock-control/workflows.arazzo.yaml': {
    sandboxOfOneJob: 17,
  },
  'openapi/zoho-writer/workflows.arazzo.yaml': {
    privateSharing: 7,
    publicAccess: 4,
  },
};

const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));

afterAll(endRunningClis);

describe('npm run workflows', () => {
  test('passes against the mock server, and passes there again', async () => {
    await using mock = await startMock(['--port', '0', '--quiet']);
    const folder = await makeFolder();
    const json = folder.at('report.json');
    const command = String(scripts.workflows).replaceAll(ORIGIN, mock.url);
    // All files once more in the same process: the second run finds what the first one has left.
    const { isPassed, output } = await runScript(`${command} --json-output '${json}' ${FILES}`);
    expect(isPassed, output).toBe(true);
    expect(output.match(/Steps: (\d+) passed, \1 total/g)).toHaveLength(
      2 * Object.keys(STEPS).length,
    );

    const { files }: Report = JSON.parse(await readFile(json, 'utf8'));
    const runs = Object.entries(files);
    const steps = runs.map(([file, run]) => [file, countSteps(run.executedWorkflows)] as const);
    expect(Object.fromEntries(steps)).toEqual(STEPS);
    const urls = runs.flatMap(([, run]) => listUrls(run.executedWorkflows));
    expect(urls.filter((url) => !url.startsWith(`${mock.url}/`))).toEqual([]);
  });
});

/** Runs a script of `package.json` as npm does. */
function runScript(
  command: string,
): Promise<{ readonly isPassed: boolean; readonly output: string }> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  return new Promise((resolve) => {
    execFile('sh', ['-c', `${command} 2>&1`], { cwd: ROOT, env }, (error, output) =>
      resolve({ isPassed: error === null, output }),
    );
  });
}

/** Number of steps that succeeded, by workflow. */
function countSteps(workflows: readonly Workflow[]): Record<string, number> {
  return Object.fromEntries(
    workflows.map(({ workflowId, executedSteps }) => [
      workflowId,
      executedSteps.filter(({ status }) => status === 'success').length,
    ]),
  );
}

function listUrls(workflows: readonly Workflow[]): string[] {
  return workflows.flatMap(({ executedSteps }) => executedSteps.map(({ request }) => request.url));
}
