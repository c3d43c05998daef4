import type { CollectionSummary } from '../../contract/collections/summarise.ts';
import type { Contract } from '../../contract/model/contract.ts';
import type { ClientSource } from '../../samples/client-source.ts';
import type { Behaviour } from '../authoring/behaviour.ts';
import type { Provider } from '../authoring/provider.ts';
import type { AnswerSettings } from '../prism/answer-settings.ts';
import type { ScenarioFile } from '../scenarios/scenario-file.ts';

/** What a mock needs to know of one API; without an error format it refuses and reports as Prism does. */
export interface MockApi extends Partial<Provider> {
  readonly name: string;
  /** Base path on the server, without a trailing slash; empty for the root. */
  readonly mount: string;
  /** Path of the provider's host on the server, at which `mount` begins; the same unless given. */
  readonly site?: string;
  readonly contract: Contract;
  /** How the provider behaves over state; without it every request is answered with an example. */
  readonly behaviour?: Behaviour | undefined;
  /** Collections that are recognised in the contract, and acted on by the behaviour; absent where none are looked for. */
  readonly collections?: readonly CollectionSummary[];
  /** Situations that may be chosen by name. */
  readonly scenarios?: ScenarioFile | undefined;
  /**
   * What becomes of a reply that breaks the contract: an internal error in its place, or the reply itself with the
   * violations in `X-Mock-Violations`, and in `sl-violations` where there is no error format. Refused by default.
   */
  readonly brokenAnswers?: 'refuse' | 'report';
  /**
   * Whether the contract is somebody else's, of which as much is enforced as can be, and `readOnly` members of requests
   * are accepted with a violation; by default where broken answers are reported.
   */
  readonly isForeign?: boolean;
  /** How answers are made where a request does not say it; documented examples by default. */
  readonly answers?: AnswerSettings;
  /** Client that samples of its operations call; one beside them unless given. */
  readonly client?: ClientSource;
}
