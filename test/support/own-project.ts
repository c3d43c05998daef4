import { listMocked } from '../../src/apis/load-project.ts';
import { SHIPPED_REGISTRY } from '../../src/apis/root.ts';
import { readProject } from '../../src/project/read-project.ts';

/** Project of this repository. */
export const OWN_PROJECT = await readProject(SHIPPED_REGISTRY);

/** All contracts of this repository. */
export const OWN_CONTRACTS = OWN_PROJECT.apis;

/** Those of the providers. */
export const OWN_APIS = listMocked(OWN_CONTRACTS);
