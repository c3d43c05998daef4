// `npm run prepare`, which npm runs at the end of `npm ci`: makes what is served and not kept in the repository.
try {
  await import('./console/build.ts');
} catch (error) {
  // An installation without what is for development alone: https://docs.npmjs.com/cli/v11/commands/npm-install#omit.
  const isMissing =
    error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  if (!isMissing) throw error;
  console.error('The console is not built, because what builds it is not installed.');
}
