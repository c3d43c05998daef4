import packageFile from '#package.json' with { type: 'json' };
import { CONTROL_MOUNT } from '../mock/control/control-mount.ts';
import type { MockApi } from '../mock/create-mock.ts';
import { asksForTraces } from '../mock/traces/asks-for-traces.ts';
import type { Traces } from '../mock/traces/open-traces.ts';
import type { CliEnvironment } from './cli-environment.ts';
import type { MockCommandOptions } from './mock-command-options.ts';

/** Opens traces where the standard variables of OpenTelemetry ask for them; its libraries are loaded only then. */
export async function openTraces(
  served: { readonly apis: readonly MockApi[] },
  {
    controlPath = CONTROL_MOUNT,
    sandboxes: namedSandboxes,
  }: Pick<MockCommandOptions, 'controlPath' | 'sandboxes'>,
  { env, say }: Pick<CliEnvironment, 'env' | 'say'>,
): Promise<Traces | undefined> {
  if (!asksForTraces(env)) return undefined;
  const { openTraces } = await import('../mock/traces/open-traces.ts');
  const { version } = packageFile;
  const findMount = (name: string) =>
    served.apis.find((api) => api.name === name)?.mount ??
    (name === 'mock-control' ? controlPath : undefined);
  return openTraces({ version, env, say, controlPath, namedSandboxes, findMount });
}
