import { parentPort, workerData } from 'node:worker_threads';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { findSurvivors, type Share } from './find-survivors.ts';

const { file, share }: { file: string; share: Share } = workerData;
parentPort?.postMessage(await findSurvivors(await loadContract(file), share));
