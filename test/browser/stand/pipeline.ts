/** The docket behind the stand: stores in memory, filled by the very code that the queue's consumer runs. */
import { readSample } from '../../../cli/sample/read-sample.ts';
import { decodeDocketUpdate } from '../../../events/decode.ts';
import type { DocketUpdate } from '../../../events/docket-update.ts';
import { classifyUpdates } from '../../../functions/classify-update/classify-updates.ts';
import { findInstrument, type Instrument } from '../../../shared/policy/instruments.ts';
import { type KeyedNames, keyedNames } from '../../../shared/store/keys.ts';
import { memoryCaseStore } from '../../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../../shared/store/memory/quarantine-store.ts';
import { memorySampleStore } from '../../../shared/store/memory/sample-store.ts';
import type { CaseStore, SampleStore } from '../../../shared/store/store.ts';
import type { Clock } from './clock.ts';

export const SHARDS = 4;
export const SECRET = 'a secret that keeps nothing, long enough for a key';
const INSTRUMENT = 'opla-2021-05-27';
/** The sample's flags are raised over so many days before the stand opens. */
const FEED_DAYS = 75;
/** By this share of the sample's lines its last case has opened; the rest arrives as the stand opens. */
const OPENING_SHARE = 0.85;
const DAY_MILLIS = 86_400_000;
/** How long an update is on its way. */
const DELAY_MILLIS = 150;

export interface Pipeline {
  readonly cases: CaseStore;
  readonly samples: SampleStore;
  readonly names: KeyedNames;
  readonly instrument: Instrument;
  readonly asOf: string;
  readonly offices: readonly string[];
  /** Puts an update on its way, as the queue would. */
  readonly send: (update: DocketUpdate) => Promise<void>;
  /** Resolves when nothing is on its way any more. */
  readonly settled: () => Promise<void>;
}

/** Lines of the cases that an office has had, in their order. */
function linesOf(lines: readonly string[], offices: readonly string[]): string[] {
  const decoded = lines.map((line) => ({ line, read: decodeDocketUpdate(line) }));
  const subjects = new Set(
    decoded.flatMap(({ read }) => {
      if (read.kind !== 'accepted') return [];
      const { subject, data } = read.update;
      return offices.includes(data.facts.office ?? '') ? [subject] : [];
    }),
  );
  return decoded.flatMap(({ line, read }) =>
    read.kind === 'accepted' && subjects.has(read.update.subject) ? [line] : [],
  );
}

export interface PipelineSettings {
  readonly clock: Clock;
  /** Lines of a docket, in the order of delivery. */
  readonly docket: readonly string[];
  /** Offices whose cases there are; undefined for all of the docket. */
  readonly of: readonly string[] | undefined;
  readonly onFault: (fault: unknown) => void;
}

export async function standPipeline({ clock, docket, of, onFault }: PipelineSettings): Promise<Pipeline> {
  const { asOf, offices } = await readSample();
  const lines = of === undefined ? docket : linesOf(docket, of);
  const instrument = findInstrument(INSTRUMENT);
  if (instrument === undefined) throw new Error(`there is no ${INSTRUMENT}`);
  const cases = memoryCaseStore({ shards: SHARDS });
  const names = keyedNames(SECRET);
  let at = () => clock.now();
  const deps = {
    ledger: cases,
    quarantine: memoryQuarantineStore(),
    names,
    instrument,
    shards: SHARDS,
    report: {
      log: (code: string) => {
        if (code === 'UPDATE_FAILED' || code === 'UPDATE_RETRIED') onFault(new Error(code));
      },
      countOutcomes: () => {},
      countSetAside: () => {},
      countFault: () => {},
      countFlag: () => {},
    },
    asOf: () => asOf,
    now: () => at(),
    sleep: () => Promise.resolve(),
    random: () => 0,
  };
  let deliveries = 0;
  async function deliver(body: string): Promise<void> {
    deliveries += 1;
    const message = { id: String(deliveries), body };
    await classifyUpdates(deps, { messages: [message], timeLeftMillis: () => 60_000, prove: () => {} });
  }

  const opened = clock.millis();
  for (const [index, line] of lines.entries()) {
    const ago = FEED_DAYS * DAY_MILLIS * Math.max(0, 1 - (index + 1) / (lines.length * OPENING_SHARE));
    at = () => new Date(opened - ago).toISOString();
    await deliver(line);
  }
  at = () => clock.now();

  const underWay = new Set<Promise<void>>();
  return {
    cases,
    samples: memorySampleStore(),
    names,
    instrument,
    asOf,
    offices,
    async send(update) {
      const delivery = new Promise((resolve) => setTimeout(resolve, DELAY_MILLIS))
        .then(() => deliver(JSON.stringify(update)))
        .catch(onFault)
        .finally(() => underWay.delete(delivery));
      underWay.add(delivery);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
