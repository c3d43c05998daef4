import type { HiddenKeyword } from '../model/direction.ts';
import { isJsonObject } from '../model/json-cursor.ts';

/** What a validator has to know of a whole document before it reads the first schema. */
export interface DocumentSurvey {
  /** Names of all `x-` members: annotations that strict mode must know. */
  readonly extensions: ReadonlySet<string>;
  /** Keywords that hide a property somewhere. */
  readonly hiding: ReadonlySet<HiddenKeyword>;
  /** Whether a schema may be called by a name of its own, and not by its place alone. */
  readonly isNaming: boolean;
}

/** Keywords that give a schema a name, JSON Schema 2020-12 section 8.2. */
const NAMES = ['$id', '$anchor', '$dynamicAnchor'];

const known = new WeakMap<object, DocumentSurvey>();

/** Walks through a document once; its survey is kept. */
export function surveyDocument(document: object): DocumentSurvey {
  const survey = known.get(document) ?? makeSurvey(document);
  known.set(document, survey);
  return survey;
}

function makeSurvey(document: object): DocumentSurvey {
  const extensions = new Set<string>();
  const hiding = new Set<HiddenKeyword>();
  let isNaming = false;
  visit(document);
  return { extensions, hiding, isNaming };

  function visit(node: unknown): void {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
    } else if (isJsonObject(node)) {
      for (const key of Object.keys(node)) {
        const value = node[key];
        if (key.startsWith('x-')) extensions.add(key);
        if (key.startsWith('$') && NAMES.includes(key)) isNaming = true;
        if (value === true && (key === 'readOnly' || key === 'writeOnly')) hiding.add(key);
        visit(value);
      }
    }
  }
}
