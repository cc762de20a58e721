/** The store in memory and on dynalite, held to one contract. */
import { describe } from 'vitest';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { memorySampleStore } from '../../shared/store/memory/sample-store.ts';
import { startDynalite } from './store-dynalite.ts';
import { SHARDS } from './store-samples.ts';
import { describeStores, onEmulator } from './store-suite.ts';

describe('in memory', () => {
  describeStores({
    cases: async () => memoryCaseStore({ shards: SHARDS }),
    samples: async () => memorySampleStore(),
    quarantine: async () => memoryQuarantineStore(),
  });
});

describe('on dynalite', () => {
  describeStores(onEmulator(startDynalite));
});
