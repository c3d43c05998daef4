/** Everything that a behaviour may import, in `mocks/` or in a user's own code. */

export { describeRule } from '../../contract/model/describe-violation.ts';
export type { HeaderReader } from '../../contract/model/header-reader.ts';
export { parseJson } from '../../contract/model/parse-json.ts';
export type { Rule, Violation } from '../../contract/model/violation.ts';
export { escapeHtml } from '../../html/escape-html.ts';
export type { Random } from '../state/random.ts';
export type { IndexSpec, Table, TableSpec, TableSpecs } from '../state/table.ts';
export {
  type AnswerOf,
  type Behaviour,
  type BehaviourOf,
  type BehaviourSettings,
  type Call,
  type Context,
  defineBehaviour,
  defineTable,
  type Handler,
  type Identified,
  type ItemSummary,
  type Page,
  type PageCall,
  type Seed,
  type SeededWorld,
  type SummaryView,
} from './behaviour.ts';
export { formatInstant, type InstantForm, parseInstant } from './instant.ts';
export { applyJsonPatch, type Patched } from './json-patch.ts';
export { type Jwt, readJwt, signJwt } from './jwt.ts';
export { mergePatch } from './merge-patch.ts';
export { renderPage } from './page.ts';
export { type PageWish, pageOf, type RowPage } from './page-of.ts';
export type { ExpectedValue, Provider } from './provider.ts';
export type { ApiRequest, FormatError, InternalCause, Refusal, RefusalKind } from './refusal.ts';
export type { Reply } from './reply.ts';
export type { WebhookDelivery, WebhookMessage } from './webhook-message.ts';
