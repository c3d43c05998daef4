import { plainName } from '../../contract/collections/member-names.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { createSchemaResolver } from '../../contract/model/resolve-schema.ts';
import { isPasswordSchema } from '../../contract/secrets/secret-parameters.ts';
import type { Answer, Session } from '../session/create-session.ts';
import { roleOf } from '../session/items.ts';
import { askList } from './lists/list-source.ts';
import { sentPlace, shownPlace } from './sent-item.ts';
import { askItem, type Subject } from './subject.ts';
import { type Found, fileConfirmed } from './trail.ts';

const PASSWORD = /passw|passphrase|passcode|^pwd$|^pin$|secret/;
/** Shortest text that no answer has by chance. */
const SHORTEST = 8;

/** Law: a secret that was sent is in no answer. What the contract itself shows is none. */
export async function trySecrets(session: Session, subject: Subject): Promise<void> {
  const { collection, places, lists, waits } = subject;
  const create = roleOf(collection, 'create');
  const body = create && sentPlace(create, places);
  if (create === undefined || body === undefined) return;
  const shown = collection.operations.flatMap((role) => {
    const place = shownPlace(role, places);
    return place === undefined
      ? []
      : [...places.members(place)]
          .filter(([, one]) => places.keyword(one, 'writeOnly') !== true)
          .map(([name]) => name);
  });
  for (const [member, place] of places.members(body)) {
    if (!isSecret(session, subject, member, place) || shown.includes(member)) continue;
    await fileConfirmed(session, waits, async (trail) => {
      const secret = makeSecret(session, subject, place);
      const made = secret === undefined ? undefined : await subject.make({ [member]: secret });
      if (secret === undefined || made === undefined || made.sent[member] !== secret) return [];
      trail.note(made.answer.curl);
      const found: Found[] = [];
      const look = (answer: Answer | undefined, operation: Found['operation'] | undefined) => {
        const where = answer && findSecret(answer, secret);
        if (where === undefined || operation === undefined) return;
        found.push({
          kind: 'shows-secret',
          operation,
          where,
          expected: `no answer with ${member}`,
          found: 'its value',
          lines: [...trail.lines],
        });
      };
      look(made.answer, create.operation);
      look(await askItem(trail, subject, 'show', made.key), roleOf(collection, 'show')?.operation);
      for (const source of lists) look(await askList(trail, source, {}), source.operation);
      return found;
    });
  }
}

function isSecret(
  { contract }: Session,
  { places }: Subject,
  member: string,
  place: SchemaPlace,
): boolean {
  if (!places.types(place).includes('string')) return false;
  return (
    places.keyword(place, 'writeOnly') === true ||
    PASSWORD.test(plainName(member)) ||
    isPasswordSchema(place.schema, createSchemaResolver(contract.document))
  );
}

function makeSecret(
  { tools }: Session,
  { places, random }: Subject,
  place: SchemaPlace,
): string | undefined {
  if (places.keyword(place, 'enum') !== undefined) return undefined;
  const words = [16, SHORTEST, 12, 24, 32, 64].map((length) => random.word(length));
  const candidates = words.flatMap((word) => [word, `${word.slice(0, -3)}A1!`]);
  return candidates.find((one) => tools.oracle(place, one, 'request').length === 0);
}

function findSecret({ body, headers }: Answer, secret: string): string | undefined {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  if (text.includes(secret)) return 'answer body';
  const header = [...headers].find(([, value]) => value.includes(secret))?.[0];
  return header === undefined ? undefined : `answer header ${header}`;
}
