import { signal } from '@preact/signals';
import type { Api } from '../../generated/mock-control/types.ts';
import type { Control } from '../model/create-control.ts';
import { useRead } from '../model/use-read.ts';
import { OperationForm } from './operation-form.tsx';

/** A contract that is read does not change under a form. */
const NEVER = signal(0);

interface Props {
  readonly control: Control;
  readonly api: Pick<Api, 'name' | 'url'>;
  readonly sandbox: string;
  readonly operation: string;
}

/** What the contract says of an operation, and the form that calls it. */
export function OperationPanel({ control, api, sandbox, operation }: Props) {
  const path = { api: api.name, operation };
  const { value, failure } = useRead(`${api.name} ${operation}`, NEVER, () =>
    control.getApiOperation({ path }),
  );
  if (failure !== undefined) return <p class="failure">{failure}</p>;
  if (value === undefined) return <p class="quiet">Reading the contract …</p>;
  const { method, path: template, summary, provenance } = value;
  return (
    <section class="card try" aria-label={operation}>
      <div class="card-head">
        <h2>{summary === '' ? operation : summary}</h2>
        {provenance !== null && (
          <span class={`label ${provenance.level}`} title={provenance.note ?? undefined}>
            {provenance.level}
          </span>
        )}
      </div>
      <p class="detail-target">
        <code>
          <span class="method">{method}</span> {template}
        </code>
      </p>
      <OperationForm details={value} api={api} sandbox={sandbox} />
    </section>
  );
}
