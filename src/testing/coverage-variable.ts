/** Names the folder of a run, in which each mock writes what it met. */
export const COVERAGE_VARIABLE = 'SHARE_CONTRACTS_COVERAGE';
