import { instantRole, plainName, wordsOf } from '../../../contract/collections/member-names.ts';

/** Words that end the name of what changes without being asked to. */
const MOVING = [
  ...[
    'version',
    'revision',
    'rev',
    'etag',
    'count',
    'counts',
    'counter',
    'views',
    'visits',
    'visited',
    'hits',
  ],
  ...[
    'downloads',
    'clicks',
    'opens',
    'uses',
    'usage',
    'used',
    'score',
    'balance',
    'age',
    'remaining',
    'remain',
    'ttl',
  ],
  ...[
    'seen',
    'accessed',
    'viewed',
    'visited',
    'synced',
    'checked',
    'now',
    'uptime',
    'elapsed',
    'duration',
  ],
  ...['position', 'rank', 'index', 'sequence', 'order', 'ordering', 'progress', 'percent', 'total'],
  ...[
    'nonce',
    'ticket',
    'csrf',
    'signature',
    'sig',
    'generation',
    'stats',
    'statistics',
    'metrics',
    'activity',
  ],
];
const MOVING_STARTS = [
  'last',
  'latest',
  'recent',
  'current',
  'num',
  'number',
  'total',
  'next',
  'signed',
  'presigned',
];
const MOVING_NAMES = [
  'requestid',
  'traceid',
  'correlationid',
  'spanid',
  'timestamp',
  'servertime',
  'time',
  'generatedat',
  'updatedby',
  'modifiedby',
  'changedby',
  'resourceversion',
  'expiresin',
  'took',
];
const STATES = [
  'state',
  'status',
  'phase',
  'stage',
  'lifecycle',
  'conditions',
  'condition',
  'health',
];
const ENDINGS =
  /state|status|phase|delet|revok|remov|archiv|active|enabl|disabl|trash|cancel|valid|expire|clos|withdrawn|available|gone/;
const REFERENCES = [
  'id',
  'ids',
  'uuid',
  'uuids',
  'guid',
  'key',
  'keys',
  'ref',
  'refs',
  'slug',
  'handle',
  'sku',
  'token',
  'uri',
  'path',
  'href',
  'type',
  'kind',
];
const DERIVED = [
  'slug',
  'handle',
  'permalink',
  'search',
  'excerpt',
  'checksum',
  'hash',
  'initials',
  'preview',
  'thumbnail',
];
const CASELESS =
  /e?mail|host|domain|url|uri|website|link|user|login|currency|country|locale|lang|region|colou?r|uuid|guid|\bmac\b|iban|hex|postal|zip|plate|code/i;
const FREE_TEXT =
  /name|title|label|description|comment|note|text|message|subject|summary|caption|headline|remark|memo|about|bio|body|content|purpose|reason/i;

/** Whether a member moves by itself: times of changes, versions, counters, places in an order. */
export function isMoving(name: string): boolean {
  if (instantRole(name) === 'updated') return true;
  const words = wordsOf(name);
  const [first = ''] = words;
  return (
    MOVING.includes(words.at(-1) ?? '') ||
    (words.length > 1 && MOVING_STARTS.includes(first)) ||
    MOVING_NAMES.includes(plainName(name))
  );
}

/** Whether a member is a state, which a server may lead through stages of its own. */
export function isState(name: string): boolean {
  return STATES.includes(wordsOf(name).at(-1) ?? '');
}

/** Whether a member may tell that something is kept, and not in use any more. */
export function tellsOfEnd(name: string): boolean {
  return ENDINGS.test(plainName(name));
}

/** Whether a member names something else, which has to be there. */
export function isReference(name: string): boolean {
  return REFERENCES.includes(wordsOf(name).at(-1) ?? '');
}

/** Whether a server may make a member out of others. */
export function isDerived(name: string): boolean {
  const plain = plainName(name);
  return (
    DERIVED.includes(wordsOf(name).at(-1) ?? '') || plain === 'fullname' || plain === 'displayname'
  );
}

/** Whether upper and lower case mean the same in a member. */
export function isCaseless(name: string): boolean {
  return CASELESS.test(name);
}

/** Whether a member has any text that a person writes. */
export function isFreeText(name: string): boolean {
  return FREE_TEXT.test(name) && !isReference(name);
}
