import { findReceiverDefect } from '../state/find-receiver-defect.ts';
import type { Sandbox } from '../state/sandbox.ts';
import { DEFAULT_SANDBOX } from '../state/sandboxes.ts';
import type { ControlHandlers } from './control-handlers.ts';
import type { Controlled } from './controlled.ts';
import { describeSandbox } from './describe-sandbox.ts';
import { findFaultDefect } from './find-fault-defect.ts';
import { findScenarioDefect } from './find-scenario-defect.ts';
import { problem } from './problem.ts';

/** Creates the handlers that list, change, reset and delete sandboxes. */
export function createSandboxHandlers({ sandboxes, listApis }: Controlled) {
  const show = (sandbox: Sandbox, link: (path: string) => string) =>
    ({ status: 200, body: describeSandbox(sandbox, listApis(), link) }) as const;
  const unknown = (name: string) => problem(404, `No sandbox is called "${name}".`);

  return {
    listSandboxes: ({ link }) => ({
      status: 200,
      body: {
        sandboxes: sandboxes.list().map((sandbox) => describeSandbox(sandbox, listApis(), link)),
      },
    }),
    getSandbox: ({ path, link }) => {
      const sandbox = sandboxes.find(path.sandbox);
      return sandbox === undefined ? unknown(path.sandbox) : show(sandbox, link);
    },
    deleteSandbox: ({ path }) => {
      if (path.sandbox === DEFAULT_SANDBOX) {
        return problem(422, `The sandbox "${DEFAULT_SANDBOX}" is always there. Reset it.`);
      }
      return sandboxes.remove(path.sandbox) ? { status: 204 } : unknown(path.sandbox);
    },
    resetSandbox: ({ path, link }) => {
      const sandbox = sandboxes.open(path.sandbox);
      sandbox.reset();
      return show(sandbox, link);
    },
    setScenario: ({ path, body: { name }, link }) => {
      const defect = findScenarioDefect(name, listApis());
      if (defect !== undefined) return problem(422, defect);
      const sandbox = sandboxes.open(path.sandbox);
      sandbox.scenario = name;
      return show(sandbox, link);
    },
    setFaults: ({ path, body: { faults }, link }) => {
      const defect = findFaultDefect(faults, listApis());
      if (defect !== undefined) return problem(422, defect);
      const sandbox = sandboxes.open(path.sandbox);
      sandbox.faults = faults;
      return show(sandbox, link);
    },
    clearFaults: ({ path, link }) => {
      const sandbox = sandboxes.open(path.sandbox);
      sandbox.faults = [];
      return show(sandbox, link);
    },
    setWebhook: ({ path, body: { url, secret }, link }) => {
      const defect = findReceiverDefect({ url, secret });
      if (defect !== undefined) return problem(422, defect);
      const sandbox = sandboxes.open(path.sandbox);
      sandbox.webhook = { url, secret };
      return show(sandbox, link);
    },
    deleteWebhook: ({ path }) => {
      sandboxes.open(path.sandbox).webhook = undefined;
      return { status: 204 };
    },
  } satisfies ControlHandlers;
}
