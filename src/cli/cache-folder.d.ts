/** Path of the folder for what can be made anew; nothing for a user without a home. */
export function findCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined;
