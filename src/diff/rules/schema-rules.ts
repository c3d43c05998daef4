import type { SchemaRule } from '../schema-pair.ts';
import { additionalMembersChanged } from './additional-members-changed.ts';
import { alternativesChanged } from './alternatives-changed.ts';
import { defaultChanged } from './default-changed.ts';
import { discriminatorChanged } from './discriminator-changed.ts';
import { enumChanged } from './enum-changed.ts';
import { formatChanged } from './format-changed.ts';
import { keywordChanged } from './keyword-changed.ts';
import { limitChanged } from './limit-changed.ts';
import { membersChanged } from './members-changed.ts';
import { nullableChanged } from './nullable-changed.ts';
import { patternChanged } from './pattern-changed.ts';
import { requiredChanged } from './required-changed.ts';
import { schemaDeprecated } from './schema-deprecated.ts';
import { typeChanged } from './type-changed.ts';
import { uniqueItemsChanged } from './unique-items-changed.ts';

/** All rules for a schema itself. */
export const SCHEMA_RULES: readonly SchemaRule[] = [
  typeChanged,
  nullableChanged,
  membersChanged,
  requiredChanged,
  enumChanged,
  limitChanged,
  patternChanged,
  formatChanged,
  uniqueItemsChanged,
  additionalMembersChanged,
  alternativesChanged,
  discriminatorChanged,
  defaultChanged,
  keywordChanged,
  schemaDeprecated,
];
