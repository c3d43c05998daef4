/** As in the `start` script of package.json. */
export const NODE_OPTIONS = ['--max-semi-space-size=8', '--no-parallel-scavenge'];
