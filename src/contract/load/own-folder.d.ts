/**
 * Makes a folder for this user alone, or opens the one that is there; gives its real path, or nothing where somebody else
 * could put something into it.
 */
export function openOwnFolder(folder: string): string | undefined;
