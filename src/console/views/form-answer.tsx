import type { FormAnswer } from '../model/send-request.ts';
import { BodyText } from '../parts/body-text.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { count } from '../text/count.ts';
import { formatMilliseconds } from '../text/format-time.ts';

/** Answer to a request that a form has sent. */
export function FormAnswerView({ answer }: { readonly answer: FormAnswer }) {
  const { status, statusText, headers, body, size, milliseconds } = answer;
  return (
    <section class="message answer" aria-label="Answer">
      <p role="status">
        <StatusMark status={status} /> {statusText}{' '}
        <span class="quiet">
          {formatMilliseconds(milliseconds)}, {count(size, 'byte')}
        </span>
      </p>
      <details>
        <summary>{count(headers.length, 'header')}</summary>
        <table class="headers">
          <tbody>
            {headers.map(([name, value]) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {body === undefined ? (
        <p class="quiet">The body is no text.</p>
      ) : body === '' ? (
        <p class="quiet">No body.</p>
      ) : (
        <BodyText body={body} label="Answer body" />
      )}
    </section>
  );
}
