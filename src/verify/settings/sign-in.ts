import { readPlace } from '../../cases/breaks/place-value.ts';
import { isJsonObject, unescapeToken } from '../../contract/model/json-cursor.ts';
import { describeUnknownName } from '../../text/nearest-name.ts';
import type { Session } from '../session/create-session.ts';
import { baseRequest, withMembers } from '../session/items.ts';
import { tryAsk } from '../session/try-ask.ts';
import { SettingsError } from './settings-error.ts';

/** Request that gives the credentials of a run. */
export interface SignIn {
  /** Id of the operation. */
  readonly operation: string;
  /** Members of its body. */
  readonly body?: unknown;
  /** JSON Pointer of the secret in its answer. */
  readonly token: string;
  /** Security scheme that the secret is for. */
  readonly credential: string;
}

/** Signs in, and sends what the server gives with all requests after it. Throws SettingsError where it gives nothing. */
export async function signIn(session: Session, settings: SignIn): Promise<void> {
  const { operations } = session.contract;
  const operation = operations.find(({ id }) => id === settings.operation);
  if (operation === undefined) {
    const known = operations.map(({ id }) => id);
    throw new SettingsError(
      `signIn: ${describeUnknownName('operation', settings.operation, known)}`,
    );
  }
  const base = await baseRequest(session, operation);
  if (base === undefined)
    throw new SettingsError(`signIn: no request of ${operation.id} is known.`);
  const members = isJsonObject(settings.body) ? settings.body : {};
  const answer = await tryAsk(session, operation, withMembers(session, operation, base, members));
  if (answer === undefined)
    throw new SettingsError(`signIn: ${operation.id} gave no answer that can be read.`);
  const keys = settings.token.split('/').slice(1).map(unescapeToken);
  const secret = readPlace(answer.body, keys);
  if (answer.isSuccess && typeof secret === 'string' && secret !== '') {
    session.authorise(settings.credential, secret);
    return;
  }
  const found = answer.isSuccess ? 'none' : `status ${answer.status}`;
  throw new SettingsError(
    `signIn: expected ${operation.id} to answer with a text at ${settings.token}, found ${found}. Correct body and token.`,
  );
}
