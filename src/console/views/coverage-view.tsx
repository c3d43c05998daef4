import type {
  Coverage,
  OperationCoverage,
  StatusCount,
} from '../../generated/mock-control/types.ts';
import type { ConsoleState } from '../model/console-state.ts';
import { useRead } from '../model/use-read.ts';
import { ApiChoice, chosenApi } from '../parts/api-choice.tsx';

/** Which answers of which operations were met, the more the darker. */
export function CoverageView({ state }: { readonly state: ConsoleState }) {
  const { control, address, changes } = state;
  const api = chosenApi(state);
  const path = { sandbox: address.sandbox.value, api: api?.name ?? '' };
  const { value, failure } = useRead(`${path.sandbox} ${path.api}`, changes, async () =>
    path.api === '' ? undefined : control.getCoverage({ path }),
  );
  return (
    <div class="page">
      <div class="bar">
        <ApiChoice state={state} />
        {value !== undefined && <span class="quiet tally">{summarise(value)}</span>}
      </div>
      {failure !== undefined && <p class="failure">{failure}</p>}
      {value !== undefined && <HeatMap coverage={value} title={api?.title ?? ''} />}
    </div>
  );
}

function summarise({ operations }: Coverage): string {
  const declared = operations.flatMap(({ statuses }) => statuses).filter((one) => one.isDeclared);
  const met = declared.filter(({ count }) => count > 0).length;
  const called = operations.filter(({ statuses }) => statuses.some(({ count }) => count > 0));
  return `${called.length} of ${operations.length} operations called, ${met} of ${declared.length} documented answers met`;
}

function HeatMap({ coverage, title }: { readonly coverage: Coverage; readonly title: string }) {
  const { operations } = coverage;
  const statuses = [
    ...new Set(operations.flatMap((one) => one.statuses.map(({ status }) => status))),
  ].sort();
  if (operations.length === 0) return <p class="empty">The contract has no operation.</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys. */}
      <section class="scroll" tabIndex={0} aria-label={`Coverage of ${title}`}>
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">Operation</th>
              {statuses.map((status) => (
                <th scope="col">{status}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {operations.map((operation) => (
              <OperationRow operation={operation} statuses={statuses} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="key quiet">
        <span>
          <b class="heat-3">3</b> answered so often
        </span>
        <span>
          <b class="heat-0">0</b> documented, not met yet
        </span>
        <span>
          <b class="heat-odd">2</b> answered, but not documented
        </span>
      </p>
    </>
  );
}

interface RowProps {
  readonly operation: OperationCoverage;
  readonly statuses: readonly string[];
}

function OperationRow({ operation, statuses }: RowProps) {
  const found = new Map(operation.statuses.map((one) => [one.status, one]));
  return (
    <tr>
      <th scope="row">
        {operation.id}
        <code>
          {operation.method} {operation.path}
        </code>
      </th>
      {statuses.map((status) => (
        <Cell found={found.get(status)} />
      ))}
    </tr>
  );
}

function Cell({ found }: { readonly found: StatusCount | undefined }) {
  if (found === undefined) return <td class="heat-none" />;
  const { count, isDeclared } = found;
  return <td class={isDeclared ? `heat-${heatOf(count)}` : 'heat-odd'}>{count}</td>;
}

/** 1 for one answer, 2 for up to ten, 3 for up to a hundred, 4 for more. */
function heatOf(count: number): number {
  return count === 0 ? 0 : Math.min(4, Math.ceil(Math.log10(count)) + 1);
}
