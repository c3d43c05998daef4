import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Message } from '../../generated/mock-control/types.ts';
import type { ConsoleState } from '../model/console-state.ts';
import { describeViolation, type LogEntry } from '../model/log-entry.ts';
import { BodyText } from '../parts/body-text.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { count } from '../text/count.ts';
import { formatMilliseconds, formatTimeOfDay } from '../text/format-time.ts';
import { writeCall } from '../text/write-call.ts';
import { writeCurl } from '../text/write-curl.ts';

interface Props {
  readonly state: ConsoleState;
  readonly opened: LogEntry;
  readonly onClose: () => void;
}

/** Everything that was sent and answered in one request. */
export function EntryDetail({ state, opened, onClose }: Props) {
  const { entry, target } = opened;
  const { operation, method, status, milliseconds, at, violations, request, response } = entry;
  const call = useCall(state, opened);
  return (
    <aside
      class="detail"
      aria-label="Request and answer"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <div class="detail-head">
        <h2>
          <StatusMark status={status} /> {operation ?? method}
        </h2>
        <button type="button" class="small" onClick={onClose}>
          Close
        </button>
      </div>
      <p class="detail-target">
        <code>
          {method} {target}
        </code>
      </p>
      <p class="quiet">
        {formatTimeOfDay(at)}, took {formatMilliseconds(milliseconds)}
      </p>
      <div class="buttons">
        <CopyButton label="Copy as curl" text={writeCurl(entry)} />
        {call !== undefined && <CopyButton label="Copy as client call" text={call} />}
        <CopyButton label="Copy URL" text={entry.url} />
      </div>
      {violations.length > 0 && (
        <div class="violations">
          <h3>Breaks the contract in {count(violations.length, 'way')}</h3>
          <ul>
            {violations.map((violation) => (
              <li>{describeViolation(violation)}</li>
            ))}
          </ul>
        </div>
      )}
      <MessageDetail title="Request" message={request} />
      {response === null ? (
        <p class="quiet">No answer came.</p>
      ) : (
        <MessageDetail title="Answer" message={response} />
      )}
    </aside>
  );
}

function MessageDetail({ title, message }: { readonly title: string; readonly message: Message }) {
  const { headers, body, size, isCut } = message;
  return (
    <section class="message" aria-label={title}>
      <h3>{title}</h3>
      <details>
        <summary>{count(headers.length, 'header')}</summary>
        <table class="headers">
          <tbody>
            {headers.map(({ name, value }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {body === null ? (
        <p class="quiet">{size === 0 ? 'No body.' : `${count(size, 'byte')} that are no text.`}</p>
      ) : (
        <BodyText body={body} label={`${title} body`} />
      )}
      {isCut && <p class="quiet">The journal keeps only the beginning of {count(size, 'byte')}.</p>}
    </section>
  );
}

/** The request as a call of the typed client, once it is known what its operation is. */
function useCall(
  { control, address, apis }: ConsoleState,
  { entry }: LogEntry,
): string | undefined {
  const call = useSignal<string | undefined>(undefined);
  const { api: name, operation: id } = entry;
  useEffect(() => {
    let isCurrent = true;
    call.value = undefined;
    const api = apis.peek().find((one) => one.name === name);
    if (api === undefined || id === null || entry.kind !== 'request') return undefined;
    const path = { sandbox: address.sandbox.peek(), api: api.name };
    control.getCoverage({ path }).then(
      ({ operations }) => {
        const operation = operations.find((one) => one.id === id);
        if (isCurrent && operation !== undefined) call.value = writeCall(entry, api, operation);
      },
      // Without it, the button is not there.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [entry.id, name, id]);
  return call.value;
}
