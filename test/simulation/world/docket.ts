/** The docket of a schedule: a few cases, their updates in the order of their source, and some that are none. */
import type { AssertedFacts } from '../../../events/facts.ts';
import { OWN_MOTION_FACTS } from '../../contract/store-samples.ts';
import { isRestricted, naiveFold, type Update } from '../checker/naive-fold.ts';
import type { Chance } from './chance.ts';
import type { Switches } from './switches.ts';

export interface Docket {
  readonly caseIds: readonly string[];
  /** In the order in which they are sent. */
  readonly bodies: readonly string[];
  /** Words that nobody without access to protected cases may ever read. */
  readonly secrets: ReadonlySet<string>;
}

export const OFFICES = ['NYC', 'LOS'] as const;

type Facts = AssertedFacts;

const ORDINARY: readonly Facts[] = [
  { detained: true },
  { detained: false },
  { detained: null },
  { respondentPosition: 'opposes' },
  { respondentPosition: 'consents' },
  { stage: 'final-order' },
  { stage: 'pending' },
  { stage: 'on-appeal', appellant: 'dhs' },
  { stage: 'ended' },
  { hearing: { on: '2021-07-01', kind: 'master' } },
  { hearing: { on: '2021-09-15', kind: 'individual' } },
  { hearing: null },
  { represented: true },
  { lawfulStatus: { kind: 'none' } },
  { lawfulStatus: { kind: 'lpr' } },
  { lawfulStatus: { kind: 'lpr', since: '2005' } },
  { backgroundCheckedOn: null },
  { backgroundCheckedOn: '2021-06-01' },
  { backgroundCheckedOn: '2020-06-15' },
  { firstPresence: '2020' },
  { firstPresence: '2010' },
  { pendingCharges: { p1: { offense: 'Theft' } } },
  { pendingCharges: null },
  { convictions: { c1: { offense: 'Theft', disposition: 'final', aggravatedFelony: false } } },
  { convictions: { c1: { offense: 'Theft', disposition: 'final' } } },
  { convictions: { c1: null } },
  { convictions: null },
  { threatFinding: { poses: false, on: '2021-06-10' } },
  { threatFinding: { poses: true, on: '2021-06-10' } },
  { aggravating: { fraud: true } },
  { aggravating: null },
  { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } },
  {
    relief: { r1: { kind: 'adjustment', status: 'pending' }, r2: { kind: 'tps', status: 'pending', primaFacie: true } },
  },
  { relief: null },
  { militaryService: { m1: { who: 'sibling', service: 'current' } } },
  { lawfulStatus: { kind: 'none' }, militaryService: { m1: { who: 'sibling', service: 'current' } } },
  { lastEntry: { on: '2021-01-15', manner: 'without-inspection' } },
  { lastEntry: null },
  { convictions: { c2: { offense: 'Theft', disposition: 'juvenile-adjudication', gangElement: true } } },
  { humanitarian: { seriousHealthCondition: true } },
  { humanitarian: { collateralLitigation: { significant: true } } },
  { humanitarian: { collateralLitigation: null } },
  { gang: { intentional: true, furtheredIllegalActivity: false } },
  { gang: null },
  { deceased: true },
  { deceased: false },
  { circuit: '6' },
  { equities: { 'family-ties': true } },
];

const PROTECTED: readonly Facts[] = [
  { protected1367: true },
  { protected1367: false },
  { relief: { r9: { kind: 'u', status: 'pending', primaFacie: true } } },
  { relief: { r9: null } },
  { humanitarian: { victimOfSeriousCrime: true } },
  { humanitarian: { victimOfSeriousCrime: null } },
  { cooperation: { assisting: true, agencyPosition: 'supports' } },
];

/** No docket updates at all, each for another reason. */
const POISON = ['', '{"poison":', '[]', '{"specversion":"1.0","id":"x"}', '{"a":1,"a":2}', '"\ud800"'] as const;

const CASES_MAX = 3;
const UPDATES_MAX = 7;

/** What a schedule is about: a few facts that meet again and again, rather than many that never do. */
interface Theme {
  readonly ordinary: readonly Facts[];
  readonly secret: readonly Facts[];
}

function some<T>(chance: Chance, items: readonly T[], count: number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, items.length) }, () => left.splice(chance.below(left.length), 1)).flat();
}

function drawTheme(chance: Chance): Theme {
  // Neighbours in the list are about the same fact.
  const at = chance.below(ORDINARY.length);
  const near = [...ORDINARY, ...ORDINARY].slice(at, at + 4);
  return {
    ordinary: [...near, ...some(chance, ORDINARY, 4)],
    secret: [...PROTECTED.slice(0, 2), ...some(chance, PROTECTED, 2)],
  };
}

function factsOf(chance: Chance, switches: Switches, { ordinary, secret }: Theme, nth: number): Facts {
  if (nth === 0 && chance.isTrue(0.85)) {
    // A check that ends today: the day passes while the world is at work.
    const checked = switches.reclassify && chance.isTrue(0.4) ? { backgroundCheckedOn: '2020-06-15' } : {};
    return { ...OWN_MOTION_FACTS, ...checked, office: switches.transfers && chance.isTrue(0.3) ? 'LOS' : 'NYC' };
  }
  if (switches.transfers && chance.isTrue(0.15)) return { office: chance.pick([...OFFICES, null]) };
  if (switches.protection && chance.isTrue(0.25)) return chance.pick(secret);
  const facts = chance.pick(ordinary);
  return chance.isTrue(0.3) ? { ...facts, ...chance.pick(ordinary) } : facts;
}

export function drawDocket(chance: Chance, switches: Switches): Docket {
  const caseIds = Array.from({ length: 1 + chance.below(CASES_MAX) }, (_, i) => `A-CANARY-${101 + i}`);
  const secrets = new Set<string>();
  const theme = drawTheme(chance);
  const bodies: string[] = [];
  for (const subject of caseIds) {
    const ids: string[] = [];
    const count = 1 + chance.below(UPDATES_MAX);
    for (let nth = 0; nth < count; nth++) {
      const isConflict = switches.badMessages && ids.length > 0 && chance.isTrue(0.15);
      const id = isConflict ? chance.pick(ids) : `${subject}-u${nth}`;
      ids.push(id);
      // A sequence is sometimes repeated, or of another source whose count goes its own way.
      const sequence = chance.isTrue(0.8) ? nth + 1 : chance.below(count + 1);
      const isProhibited = switches.protection && nth > 0 && chance.isTrue(0.12);
      const text = `word-${subject}-${nth}`;
      const update: Update = {
        id,
        source: chance.isTrue(0.8) ? 'urn:docket:eoir' : 'urn:docket:uscis',
        subject,
        data: {
          sequence,
          entry: { code: 'entry', text },
          provenance: isProhibited ? 'prohibited' : chance.isTrue(0.85) ? 'record' : 'respondent',
          facts: factsOf(chance, switches, theme, nth),
        },
      };
      if (isRestricted(naiveFold([update]))) secrets.add(text);
      bodies.push(JSON.stringify({ specversion: '1.0', type: 'own-motion.docket-update.v1', ...update }));
    }
  }
  if (switches.badMessages) {
    for (let i = chance.below(3); i > 0; i--) bodies.splice(chance.below(bodies.length), 0, chance.pick(POISON));
  }
  return { caseIds, bodies: chance.isTrue(0.5) ? bodies : interleave(chance, bodies), secrets };
}

/** Cases arrive among one another. */
function interleave(chance: Chance, bodies: readonly string[]): string[] {
  const left = [...bodies];
  const mixed: string[] = [];
  while (left.length > 0) mixed.push(...left.splice(chance.below(Math.min(3, left.length)), 1));
  return mixed;
}

/** Undefined for a body that is no docket update. */
export function updateIn(body: string): Update | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const isUpdate = typeof parsed === 'object' && parsed !== null && 'data' in parsed;
    return isUpdate ? (parsed as Update) : undefined;
  } catch {
    return undefined;
  }
}
