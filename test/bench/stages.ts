/** The stages an update goes through, each measured alone on the product's own functions. */
import { decodeDocketUpdate } from '../../events/decode.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate } from '../../shared/docket/fold.ts';
import { encodeRecord } from '../../shared/docket/record-codec.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { classify } from '../../shared/policy/classify.ts';
import { decide } from '../../shared/policy/decide.ts';
import { type Decision, decideAnew } from '../../shared/policy/decide-anew.ts';
import { explainNode } from '../../shared/policy/explain.ts';
import { givenOf } from '../../shared/policy/findings.ts';
import type { Instrument } from '../../shared/policy/instrument.ts';
import { UNKNOWN } from '../../shared/policy/leaf.ts';
import { nextChange } from '../../shared/policy/next-change.ts';
import { entryAttributes } from '../../shared/store/dynamo/items.ts';
import { packText } from '../../shared/store/packed-text.ts';
import { awaitedJob, type Job, job } from './rounds.ts';
import { AS_OF, type MeasuredUpdate } from './updates.ts';
import { makePath, names } from './whole-path.ts';

/** A job and the parse of the very updates it works on. */
export interface Stage {
  job: Job;
  parse: Job;
}

export const DECIDE_WITH_NEEDS = 'decide with decisive needs';
const NOTHING_REMEMBERED = ', nothing remembered';
export const LEAST = 'the least of any path to request bodies';
export const WHOLE_PATH = 'bytes to request bodies';
export const AS_DEPLOYED = 'message to answers, with the SDK';
export const WITHOUT_SDK = 'message to answers, without the SDK';

function leavesOpen({ priorities, grounds }: Decision): boolean {
  return [...priorities, ...grounds].some(({ value }) => value === UNKNOWN);
}

export async function stagesOf(updates: readonly MeasuredUpdate[], instrument: Instrument): Promise<Stage[]> {
  const parseOf = (of: readonly MeasuredUpdate[]) => job('JSON.parse', of, ({ text }) => JSON.parse(text));
  const parse = parseOf(updates);
  const decided = (of: readonly MeasuredUpdate[], name: string) => [
    job(name, of, ({ standing }) => decide(instrument, standing, AS_OF)),
    job(`${name}${NOTHING_REMEMBERED}`, of, ({ standing }) => decideAnew(instrument, standing, AS_OF)),
  ];
  const open = updates.filter(({ standing }) => leavesOpen(decide(instrument, standing, AS_OF)));
  const path = await makePath(instrument, updates);
  const stages = [
    parse,
    job('decode and validate', updates, ({ bytes }) => decodeDocketUpdate(bytes)),
    job('content hash', updates, ({ update }) => contentHash(update)),
    job('keyed names', updates, (each) => [
      names.caseKey(each.update.subject),
      names.memberId(each.update, each.contentHash),
    ]),
    job('fold', updates, (each) => addUpdate(each.recordBefore, each.update, each.contentHash)),
    job('standing facts', updates, ({ recordAfter }) => standingFacts(recordAfter)),
    ...decided(updates, 'decide'),
  ];
  const later = [
    job('classify', updates, ({ update, standing }) => classify(instrument, update.subject, standing, AS_OF)),
    job('next day of change', updates, ({ standing }) => nextChange(instrument, standing, AS_OF)),
    job('explain every node', updates, ({ standing }) => {
      const given = givenOf(instrument, standing.facts, AS_OF);
      return [...instrument.priorities, ...instrument.grounds].map(({ node }) => explainNode(node, given));
    }),
    job('pack ledger entry', updates, ({ text }) => entryAttributes({ ...path.entry, body: text })),
    job('pack record', updates, ({ recordAfter }) => packText(encodeRecord(recordAfter))),
    job('read head', updates, path.readHead),
    job(LEAST, updates, path.least),
    awaitedJob(WHOLE_PATH, updates, path.toRequestBodies),
    awaitedJob(WITHOUT_SDK, updates, path.withoutSdk),
    awaitedJob(AS_DEPLOYED, updates, path.withSdk),
  ];
  const parseOpen = parseOf(open);
  return [
    ...stages.map((each) => ({ job: each, parse })),
    ...decided(open, DECIDE_WITH_NEEDS).map((each) => ({ job: each, parse: parseOpen })),
    ...later.map((each) => ({ job: each, parse })),
  ];
}
