import type { Signal } from '@preact/signals';
import type { Control } from '../model/create-control.ts';
import { isTokenMissing } from '../model/describe-failure.ts';
import { useRead } from '../model/use-read.ts';
import { OperationPanel } from './operation-panel.tsx';
import { TokenForm } from './token-form.tsx';

interface Props {
  readonly control: Control;
  readonly api: string;
  readonly operation: string;
  readonly sandbox: string;
  /** Counts the tokens that were given. */
  readonly attempt: Signal<number>;
  readonly onToken: (token: string) => void;
}

/** An operation by the names of it and its API. */
export function TryOperation({ control, api, operation, sandbox, attempt, onToken }: Props) {
  const { value, failure } = useRead('health', attempt, async () => {
    try {
      return (await control.getHealth()).apis;
    } catch (error) {
      if (isTokenMissing(error)) return 'locked';
      throw error;
    }
  });
  if (failure !== undefined) return <p class="failure">{failure}</p>;
  if (value === undefined) return <p class="quiet">Asking the mock …</p>;
  if (value === 'locked') return <TokenForm onToken={onToken} />;
  const found = value.find(({ name }) => name === api);
  if (found === undefined) return <p class="failure">The mock has no API “{api}”.</p>;
  return (
    <OperationPanel
      key={`${api} ${operation}`}
      control={control}
      api={found}
      sandbox={sandbox}
      operation={operation}
    />
  );
}
