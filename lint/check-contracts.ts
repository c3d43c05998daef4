import { lintContracts, printReport } from './lint-contracts.ts';

// Part of `npm run lint`. Not Redocly's command line: that one passes over contracts that nobody has listed, and
// advises to ignore what it finds.
process.exitCode = printReport(await lintContracts(process.cwd()));
