/**
 * What every rule found on a case and why, from memory: by that part of the signature which the rule asks for. Few cases are
 * new to any one rule, whatever else is new about them.
 */
import { canonicalText } from '../../docket/content-hash.ts';
import type { Because } from '../classification.ts';
import { find, isSettledByThreatFinding, viewsFor, viewsOf } from '../findings.ts';
import type { CompiledRule, Instrument } from '../instrument.ts';
import type { Value } from '../leaf.ts';
import type { EntriesName } from '../proposition.ts';
import { becauseOf } from '../reasons.ts';
import { type Askers, askerAt } from './asked.ts';
import type { ListedCase } from './fact-list.ts';
import { outcomeText, type PlacedPath, placePaths } from './placed.ts';
import type { SignatureReader } from './signature.ts';
import { makeSpots } from './spots.ts';

/** What one rule found. */
export interface Outcome {
  rule: CompiledRule;
  value: Value;
  /** The same where a decision reads the same of it, whatever it was found on. */
  number: number;
  /** Without its facts where one of them is in an entry: ids are of one case. */
  because: Readonly<Because>;
  /** `because` as canonical JSON. */
  canonical: string;
  facts: readonly PlacedPath[] | undefined;
}

export interface OutcomeMemory {
  /** The outcomes of a case, in the order of the instrument; its signature has so many numbers. */
  read: (length: number, listed: ListedCase) => readonly Outcome[];
  /** The numbers of the outcomes that were read last, and beside them one of its circumstances. */
  numbers: Int32Array;
  clear: () => void;
}

export function outcomeMemory(
  instrument: Instrument,
  reader: SignatureReader,
  maps: readonly EntriesName[],
): OutcomeMemory {
  const rules = [...instrument.priorities, ...instrument.grounds].map((rule) => ({
    rule,
    spots: makeSpots<Outcome>(),
  }));
  const circumstances = makeSpots<number>();
  const part = new Int32Array(reader.numbers.length);
  const numbers = new Int32Array(rules.length + 1);
  const byText = new Map<string, number>();
  let next = 0;

  /** Writes the numbers that an asker asks for into `part`; how many there are. */
  function partOf(asker: Askers, length: number): number {
    const { numbers: all, askers } = reader;
    let written = 0;
    for (let i = 0; i < length; i++) {
      const number = all[i] ?? 0;
      if (((askers[number] ?? 0) & asker) !== 0) part[written++] = number;
    }
    return written;
  }

  function workOut(rule: CompiledRule, { standing, asOf }: ListedCase): Outcome {
    const views = viewsFor(rule, viewsOf(instrument, standing, asOf));
    const finding = find(rule, views);
    const text = outcomeText(finding, isSettledByThreatFinding(finding, asOf), standing);
    const number = byText.get(text) ?? next++;
    byText.set(text, number);

    const why = becauseOf(finding, views);
    const facts = placePaths(why.facts, standing, maps);
    const because = facts === undefined ? why : { ...why, facts: [] };
    return { rule, value: finding.value, number, because, canonical: canonicalText(because), facts };
  }

  return {
    numbers,
    read(length, listed) {
      const around = circumstances.at(part, partOf(askerAt(rules.length), length));
      around.found ??= next++;
      numbers[rules.length] = around.found;
      return rules.map(({ rule, spots }, i) => {
        const spot = spots.at(part, partOf(askerAt(i), length));
        spot.found ??= workOut(rule, listed);
        numbers[i] = spot.found.number;
        return spot.found;
      });
    },
    clear() {
      for (const { spots } of rules) spots.clear();
      circumstances.clear();
      byText.clear();
    },
  };
}
