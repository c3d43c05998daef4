/** Writes a name without case and separators: `created_at`, `createdAt` and `Created-At` are one name. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, '');
}

/** Splits a name into its words: `pet_id`, `petId` and `pet-id` have the words `pet` and `id`. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

/** Guesses the singular of an English noun in lower case. */
export function singular(noun: string): string {
  if (/(?:ss|us|is)$/i.test(noun)) return noun;
  if (/ies$/i.test(noun)) return noun.replace(/ies$/i, 'y');
  if (/(?:[sxz]|ch|sh)es$/i.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/i, '');
}

/** Names of the instant at which an item was made, without separators. */
const CREATED = new Set([
  ...['created', 'createdat', 'createdon', 'createddate', 'createdtime', 'createtime'],
  ...['creationdate', 'creationtime', 'creationtimestamp', 'datecreated', 'datetimecreated'],
  ...['insertedat', 'addedat', 'dateadded', 'createdatetime', 'creationdatetime', 'timecreated'],
]);

/** Names of the instant at which an item was last changed. */
const UPDATED = new Set([
  ...['updated', 'updatedat', 'updatedon', 'updateddate', 'updatedtime', 'updatetime'],
  ...['modified', 'modifiedat', 'modifiedon', 'modifieddate', 'modifiedtime', 'dateupdated'],
  ...['datemodified', 'lastmodified', 'lastupdated', 'lastupdatedat', 'lastmodifiedat'],
  ...['lastmodifieddate', 'lastmodifieddatetime', 'lastupdateddate', 'lastupdatetime', 'changedat'],
  ...['lastmodifiedtime', 'timeupdated'],
]);

/** Tells whether a member is the instant at which an item was made or changed. */
export function instantRole(name: string): 'created' | 'updated' | undefined {
  const plain = plainName(name);
  if (CREATED.has(plain)) return 'created';
  return UPDATED.has(plain) ? 'updated' : undefined;
}
