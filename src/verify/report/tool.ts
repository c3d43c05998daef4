import packageFile from '#package.json' with { type: 'json' };

/** What formats say of the program that wrote them. */
export const TOOL = { name: packageFile.name, version: packageFile.version };
