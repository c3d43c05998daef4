import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Api, OperationDetails, OperationSample } from '../../generated/mock-control/types.ts';
import { operationAddress } from '../model/operation-address.ts';
import { type FormAnswer, sendRequest } from '../model/send-request.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { writeCurlOf } from '../text/write-curl.ts';
import { FormAnswerView } from './form-answer.tsx';

interface Props {
  readonly details: OperationDetails;
  readonly api: Pick<Api, 'url'>;
  readonly sandbox: string;
}

/** Answer that the mock gives by itself. */
const BY_ITSELF = '';

/** Form that calls an operation, filled with its documented example. */
export function OperationForm({ details, api, sandbox }: Props) {
  const { samples, answers, method, path } = details;
  const sampleAt = useSignal(0);
  const target = useSignal(samples[0]?.target ?? path);
  const headers = useSignal(writeHeaders(samples[0]));
  const body = useSignal(writeBody(samples[0]));
  const wish = useSignal(BY_ITSELF);
  const answer = useSignal<FormAnswer | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  const isSending = useSignal(false);
  const id = useId();
  const request = useComputed(() => ({
    url: operationAddress(api, sandbox, target.value),
    method,
    headers: wish.value === BY_ITSELF ? headers.value : `${headers.value}\nPrefer: ${wish.value}`,
    body: body.value,
  }));
  const sample = samples[sampleAt.value];
  const takesBody = samples.some((one) => one.body !== null) || !['GET', 'HEAD'].includes(method);

  return (
    <>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {samples.length > 1 && (
          <label class="field">
            <span>Example</span>
            <select
              value={sampleAt.value}
              onChange={({ currentTarget }) => fill(Number(currentTarget.value))}
            >
              {samples.map((one, index) => (
                <option value={index}>{one.example ?? `Example ${index + 1}`}</option>
              ))}
            </select>
          </label>
        )}
        <label class="field">
          <span>Path and query</span>
          <input
            class="code"
            spellcheck={false}
            autocomplete="off"
            required
            pattern="/.*"
            title="A path such as /pets?limit=1"
            value={target.value}
            onInput={({ currentTarget }) => {
              target.value = currentTarget.value;
            }}
          />
        </label>
        <label class="field">
          <span>Headers, one a line</span>
          <textarea
            class="code"
            spellcheck={false}
            rows={Math.max(2, headers.value.split('\n').length)}
            value={headers.value}
            onInput={({ currentTarget }) => {
              headers.value = currentTarget.value;
            }}
          />
        </label>
        {takesBody && (
          <label class="field">
            <span>Body</span>
            <textarea
              class="code"
              spellcheck={false}
              rows={Math.min(16, Math.max(3, body.value.split('\n').length))}
              value={body.value}
              onInput={({ currentTarget }) => {
                body.value = currentTarget.value;
              }}
            />
          </label>
        )}
        <label class="field">
          <span>Answer</span>
          <select
            value={wish.value}
            onChange={({ currentTarget }) => {
              wish.value = currentTarget.value;
            }}
          >
            <option value={BY_ITSELF}>As the mock decides</option>
            {answers
              .filter(({ status }) => /^\d{3}$/.test(status))
              .flatMap(({ status, examples }) =>
                examples.length === 0
                  ? [<option value={`code=${status}`}>{status}</option>]
                  : examples.map(({ name }) => (
                      <option value={`code=${status}, example=${name}`}>
                        {status}, {name}
                      </option>
                    )),
              )}
          </select>
        </label>
        <div class="buttons" id={`${id}-buttons`}>
          <button type="submit" class="primary" disabled={isSending.value}>
            {isSending.value ? 'Sending …' : 'Send'}
          </button>
          <CopyButton label="Copy as curl" text={writeCurlOf(request.value)} />
          {sample?.call != null && <CopyButton label="Copy as client call" text={sample.call} />}
        </div>
      </form>
      {failure.value !== undefined && (
        <p class="failure" role="alert">
          {failure.value}
        </p>
      )}
      {answer.value !== undefined && <FormAnswerView answer={answer.value} />}
    </>
  );

  function fill(index: number): void {
    const chosen = samples[index];
    sampleAt.value = index;
    target.value = chosen?.target ?? path;
    headers.value = writeHeaders(chosen);
    body.value = writeBody(chosen);
  }

  async function send(): Promise<void> {
    isSending.value = true;
    failure.value = undefined;
    try {
      answer.value = await sendRequest(request.value);
    } catch (error) {
      answer.value = undefined;
      failure.value = error instanceof Error ? error.message : String(error);
    } finally {
      isSending.value = false;
    }
  }
}

function writeHeaders(sample: OperationSample | undefined): string {
  return Object.entries(sample?.headers ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** JSON is easier to change with one member a line. */
function writeBody(sample: OperationSample | undefined): string {
  const body = sample?.body ?? '';
  if (!/^\s*[[{]/.test(body)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
