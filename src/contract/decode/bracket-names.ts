/** What was sent below a name in brackets: `a[b]=1`, `a[0]=1` and `a[]=1` are branches of `a`. */
export interface Branch {
  readonly texts: string[];
  /** Branches by member name or index. */
  readonly members: Map<string, Branch>;
  /** Items of `a[]`, one branch each. */
  readonly items: Branch[];
}

/** Longest path of a name; a deeper one is not split. */
const MAX_STEPS = 32;

const NOTHING = createBranch();

/** Reads the names in brackets of a query or form as a tree. */
export function readBranches(sent: URLSearchParams): Branch {
  if (!sent.keys().some((name) => name.includes('['))) return NOTHING;
  const root = createBranch();
  for (const [name, text] of sent) {
    const steps = splitName(name);
    if (steps !== undefined && steps.length > 1) grow(root, steps).texts.push(text);
  }
  return root;
}

/** Finds the branch below a name, which may have brackets of its own. */
export function findBranch(root: Branch, steps: readonly string[]): Branch | undefined {
  return steps.reduce<Branch | undefined>((branch, step) => branch?.members.get(step), root);
}

/** Whether anything was sent in brackets. */
export function hasBranches({ members, items }: Branch): boolean {
  return members.size > 0 || items.length > 0;
}

/** Splits `a[b][]` into `a`, `b` and an empty text; `undefined` for a name in another form. */
export function splitName(name: string): string[] | undefined {
  const start = name.indexOf('[');
  if (start < 0) return [name];
  if (start === 0 || !name.endsWith(']')) return undefined;
  const inner = name.slice(start + 1, -1).split('][', MAX_STEPS);
  if (inner.length === MAX_STEPS || inner.some((step) => /[[\]]/.test(step))) return undefined;
  return [name.slice(0, start), ...inner];
}

function createBranch(): Branch {
  return { texts: [], members: new Map(), items: [] };
}

function grow(root: Branch, steps: readonly string[]): Branch {
  let branch = root;
  for (const [index, step] of steps.entries()) {
    branch = step === '' ? openItem(branch, steps.slice(index + 1)) : openMember(branch, step);
  }
  return branch;
}

function openMember({ members }: Branch, name: string): Branch {
  const member = members.get(name) ?? createBranch();
  members.set(name, member);
  return member;
}

/** `a[][b]=1&a[][c]=2` is one item and `a[][b]=1&a[][b]=2` are two, as in Rack. */
function openItem({ items }: Branch, rest: readonly string[]): Branch {
  const last = items.at(-1);
  if (last !== undefined && rest.length > 0 && !isTaken(last, rest)) return last;
  const item = createBranch();
  items.push(item);
  return item;
}

/** Whether a text was sent already where these steps lead. */
function isTaken(item: Branch, steps: readonly string[]): boolean {
  if (steps.includes('')) return false;
  return (findBranch(item, steps)?.texts.length ?? 0) > 0;
}
