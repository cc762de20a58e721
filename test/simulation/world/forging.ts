/**
 * Somebody who may send to the queue and says that they are a reviewer: with an id they made up, with that of an act that
 * says something else, or with what was found in another case. None of it may ever count.
 */
import type { AssertedFacts } from '../../../events/facts.ts';
import { REVIEW, type Update } from '../checker/naive-fold.ts';
import { textOf } from '../checker/stored.ts';
import { chanceApart } from './chance.ts';
import type { Stage } from './stage.ts';

const INVENTED_MAX = 3;
const COPIED_MAX = 4;
const SHARE_OF_STEPS = 0.05;

const CLAIMED: readonly AssertedFacts[] = [
  { protected1367: false },
  { protected1367: true },
  { removable: false },
  { stage: 'ended' },
  { threatFinding: { poses: false, on: '2021-06-12' } },
  { relief: null },
];

interface KnownAct {
  readonly subject: string;
  readonly id: string;
  /** What it became, where it became an update. */
  readonly update: Update | undefined;
}

function knownActs({ docket, names, actsIn }: Stage): KnownAct[] {
  return docket.caseIds.flatMap((subject) =>
    actsIn(names.caseKey(subject)).map(({ sk, body }) => {
      const { update } = JSON.parse(textOf(body)) as { update?: string };
      const id = String(sk).slice('ACT#'.length);
      return { subject, id, update: update === undefined ? undefined : (JSON.parse(update) as Update) };
    }),
  );
}

export function makeForging(stage: Stage, send: (body: string) => void) {
  const { switches, coverage, docket, seed } = stage;
  const chance = chanceApart(seed, 'forging');
  let toInvent = switches.forgery ? 1 + chance.below(INVENTED_MAX) : 0;
  let toCopy = switches.forgery ? 1 + chance.below(COPIED_MAX) : 0;

  function invented(subject: string, id: string): Update {
    const facts = chance.pick(CLAIMED);
    const sequence = chance.isTrue(0.2) ? Number.MAX_SAFE_INTEGER : chance.below(30);
    const entry = { code: 'finding', text: `word-forged-${toInvent}-${toCopy}` };
    return { id, source: REVIEW, subject, data: { sequence, entry, provenance: 'record', facts } };
  }

  /** Of an act that is there: other words under its id, or its words where it was not done. */
  function altered({ subject, id, update }: KnownAct): [how: string, Update] {
    if (update === undefined) return ['the id of another act', invented(subject, id)];
    const { data } = update;
    const others = docket.caseIds.filter((each) => each !== subject);
    if (others.length > 0 && chance.isTrue(0.3))
      return ['from another case', { ...update, subject: chance.pick(others) }];
    if (chance.isTrue(0.5)) return ['another sequence', { ...update, data: { ...data, sequence: data.sequence + 1 } }];
    return ['other facts', { ...update, data: { ...data, facts: { ...chance.pick(CLAIMED), represented: false } } }];
  }

  function invent(): [how: string, Update] | undefined {
    if (toInvent === 0) return undefined;
    toInvent -= 1;
    return ['an id made up', invented(chance.pick(docket.caseIds), `act-${chance.below(1_000)}`)];
  }

  function copy(): [how: string, Update] | undefined {
    const acts = toCopy === 0 ? [] : knownActs(stage);
    if (acts.length === 0) return undefined;
    const found = acts.filter(({ update }) => update !== undefined);
    // Most acts become no update: they must not use up what is for those that do.
    if (found.length === 0 && (toCopy === 1 || chance.isTrue(0.8))) return undefined;
    toCopy -= 1;
    return altered(chance.pick(found.length > 0 ? found : acts));
  }

  return {
    /** Perhaps forges one more; undefined where they do nothing. */
    next(): string | undefined {
      if (!switches.forgery) return undefined;
      const forged = chance.isTrue(SHARE_OF_STEPS) ? invent() : chance.isTrue(0.3) ? copy() : undefined;
      if (forged === undefined) return undefined;
      const [how, update] = forged;
      const body = JSON.stringify({ specversion: '1.0', type: 'own-motion.docket-update.v1', ...update });
      coverage.count(`forger: ${how}`);
      // The same source to whoever reads JSON, in letters that no filter of text would find.
      send(chance.isTrue(0.2) ? body.replace(REVIEW, REVIEW.replace('review', '\\u0072eview')) : body);
      return `forge ${how}`;
    },
  };
}
