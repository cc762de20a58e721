/** Which instruments a command reads cases by: those the program knows, those of modules, and what is set for the run. */
import { readSides, type Side } from '../shared/policy/compare/settings.ts';
import { findInstrument, type Instrument, instruments } from '../shared/policy/instruments.ts';
import type { Outcome } from './io.ts';
import { readPolicyModule } from './policy-module.ts';

type Refused = Extract<Outcome, { kind: 'refused' }>;

/** The instruments known, with those of the modules after them. */
export async function knownInstruments(
  modules: readonly string[],
): Promise<{ kind: 'known'; instruments: readonly Instrument[] } | Refused> {
  const known = [...instruments];
  for (const path of modules) {
    const read = await readPolicyModule(path);
    if (read.kind === 'refused') return read;
    const { instrument } = read;
    if (findInstrument(instrument.id, known) !== undefined) {
      return { kind: 'refused', message: `policy module ${path}: an instrument ${instrument.id} is known already` };
    }
    known.push(instrument);
  }
  return { kind: 'known', instruments: known };
}

export interface PolicyChoice {
  /** Ids of the policies, one a side. */
  policies: readonly string[];
  /** Paths of modules with instruments of an office's own. */
  modules: readonly string[];
  /** `key=value`, or `A:key=value` for the side of that name. */
  settings: readonly string[];
  /** Names of the sides; empty where there is one. */
  names: readonly string[];
}

/** The policy of that id as a command reads cases by it, alone. */
export async function chooseSide(
  policy: string,
  given: Pick<PolicyChoice, 'modules' | 'settings'>,
): Promise<{ kind: 'chosen'; side: Side } | Refused> {
  const chosen = await chooseSides({ ...given, policies: [policy], names: [] });
  if (chosen.kind === 'refused') return chosen;
  const [side] = chosen.sides;
  return side === undefined ? { kind: 'refused', message: `no policy "${policy}"` } : { kind: 'chosen', side };
}

export async function chooseSides(choice: PolicyChoice): Promise<{ kind: 'read'; sides: Side[] } | Refused> {
  const known = await knownInstruments(choice.modules);
  if (known.kind === 'refused') return known;
  const chosen: Instrument[] = [];
  for (const id of choice.policies) {
    const instrument = findInstrument(id, known.instruments);
    if (instrument === undefined) {
      const ids = known.instruments.map((each) => each.id).join(', ');
      return { kind: 'refused', message: `unknown policy "${id}". The instruments known are: ${ids}.` };
    }
    chosen.push(instrument);
  }
  return readSides(chosen, choice.names, choice.settings);
}
