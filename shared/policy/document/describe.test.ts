import { expect, describe as group, it, test } from 'vitest';
import { instruments } from '../instruments.ts';
import {
  all,
  any,
  askUnless,
  fact,
  no,
  not,
  type Parameter,
  type Proposition,
  question,
  some,
  unseen,
  when,
  yes,
} from '../proposition.ts';
import { describe, isSaidWhole, partRoles, placesOfParts, sentence, type Within } from './describe.ts';
import { partsOf } from './parts.ts';

const from = '2021-05-27';
const cutOff: Parameter<string> = { name: 'day', value: '2020-11-01', unit: 'date', basis: 'memo', source: 's', from };
const years = (value: number): Parameter<number> => ({
  name: 'years',
  value,
  unit: 'years',
  basis: 'statute',
  source: 's',
  from,
});
const days: Parameter<number> = { name: 'days', value: 280, unit: 'days', basis: 'product', source: 's', from };

/** The part of a quantifier, which reads an entry. */
function partOf(proposition: Proposition): Proposition {
  if (proposition.op !== 'some') throw new Error('no quantifier');
  return proposition.entry;
}

const deceased = fact.is('deceased', [true], 'no');
const cameBefore = fact.before('lastEntry.on', cutOff, 'no');
const section = partOf(some('ntaCharges', (charge) => charge.chargedUnder('code', '212(a)(3)(A)', '237(a)(4)')));
const convicted = some('convictions', (conviction) => conviction.is('aggravatedFelony', [true], 'unknown'));
const tookPart: Proposition = {
  op: 'took-part-at-age',
  birth: 'birthDate',
  from: 'gang.from',
  to: 'gang.to',
  age: years(16),
  endedBefore: no,
};

group('a comparison, and its negation, in words', () => {
  it.each<[said: string, negated: string, proposition: Proposition]>([
    ['`deceased` is true (absent: no)', '`deceased` is not true (absent: yes)', deceased],
    [
      '`stage` is `pending` or `on-appeal` (absent: unknown)',
      '`stage` is neither `pending` nor `on-appeal` (absent: unknown)',
      fact.is('stage', ['pending', 'on-appeal'], 'unknown'),
    ],
    [
      '`nationalSecurity.otherwiseNecessary` is true (absent: no under a valid background check, else unknown)',
      '`nationalSecurity.otherwiseNecessary` is not true (absent: yes under a valid background check, else unknown)',
      fact.is('nationalSecurity.otherwiseNecessary', [true], 'background-check'),
    ],
    ['`firstPresence` is recorded', '`firstPresence` is not recorded', fact.recorded('firstPresence')],
    [
      'at least one of `gang.from`, `gang.to` or `gang.intentional` is recorded',
      'none of `gang.from`, `gang.to` or `gang.intentional` is recorded',
      fact.recorded('gang.from', 'gang.to', 'gang.intentional'),
    ],
    [
      '`lastEntry.on` lies before November 1, 2020 (absent: no)',
      '`lastEntry.on` lies on or after November 1, 2020 (absent: yes)',
      cameBefore,
    ],
    [
      'the person is 16 or older by `birthDate` (absent: unknown)',
      'the person is younger than 16 by `birthDate` (absent: unknown)',
      fact.yearsComplete('birthDate', years(16), 'unknown'),
    ],
    [
      '10 full years have passed since `lawfulStatus.since` (absent: no)',
      'fewer than 10 full years have passed since `lawfulStatus.since` (absent: yes)',
      fact.yearsComplete('lawfulStatus.since', years(10), 'no'),
    ],
    [
      'more than 15 years have passed since `lawfulStatus.since` (absent: unknown)',
      'no more than 15 years have passed since `lawfulStatus.since` (absent: unknown)',
      fact.yearsExceeded('lawfulStatus.since', years(15), 'unknown'),
    ],
    [
      '`humanitarian.pregnantAsOf` is the day of the answer or one of the 280 days before it (older: unknown; later: no; absent: no)',
      '`humanitarian.pregnantAsOf` is neither the day of the answer nor one of the 280 days before it (older: unknown; later: yes; absent: yes)',
      fact.fresh('humanitarian.pregnantAsOf', days),
    ],
    [
      'the charge (`code`) is under INA 212(a)(3)(A) or 237(a)(4)',
      'the charge (`code`) is not under INA 212(a)(3)(A) or 237(a)(4)',
      section,
    ],
    [
      'a recorded conviction rests on this charge',
      'no recorded conviction rests on this charge',
      { op: 'conviction-names-charge' },
    ],
    [
      'something of this kind that is not on file (no under a valid background check, else unknown until `backgroundCheckedOn` settles it)',
      'something of this kind that is not on file (yes under a valid background check, else unknown until `backgroundCheckedOn` settles it)',
      unseen,
    ],
    [
      'open question `military-relative` (`and-siblings` or `any-family`: yes; `spouse-parent-child`: no; unanswered: unknown)',
      'open question `military-relative` (`spouse-parent-child`: yes; `and-siblings` or `any-family`: no; unanswered: unknown)',
      question('military-relative', { 'spouse-parent-child': false, 'and-siblings': true, 'any-family': true }),
    ],
    ['unknown until `threatFinding` settles it', 'unknown until `threatFinding` settles it', fact.ask('threatFinding')],
    [
      'unknown until `gang.from` or `gang.to` settles it, the first that is absent',
      'unknown until `gang.from` or `gang.to` settles it, the first that is absent',
      fact.ask('gang.from', 'gang.to'),
    ],
    ['yes', 'no', yes],
    ['no', 'yes', no],
  ])('%s', (said, negated, proposition) => {
    expect(describe(proposition)).toBe(said);
    expect(describe(not(proposition))).toBe(negated);
    expect(describe(not(not(proposition)))).toBe(said);
    expect([proposition, not(proposition)].every(isSaidWhole)).toBe(true);
  });
});

group('what has parts is a heading for them', () => {
  it.each<[heading: string, roles: string[], proposition: Proposition]>([
    ['all of:', [], all(deceased, cameBefore)],
    ['any of:', [], any(deceased, cameBefore)],
    ['not:', [], not(any(deceased, cameBefore))],
    ['depending on whether `deceased` is true (absent: no):', ['if', 'then', 'otherwise'], when(deceased, yes, no)],
    ['depending on a condition:', ['if', 'then', 'otherwise'], when(any(deceased, cameBefore), yes, no)],
    [
      'no once the following is proved, else unknown until `apprehension` settles it:',
      [],
      askUnless('apprehension', cameBefore),
    ],
    ['some conviction (`convictions`) for which:', [], convicted],
    [
      'participation begun (`gang.from`) or ended (`gang.to`) on or after the 16th birthday by `birthDate`; where the dates do not tell, unknown until `birthDate`, `gang.from` or `gang.to` settles it:',
      ['if it ended before the 16th birthday'],
      tookPart,
    ],
  ])('%s', (heading, roles, proposition) => {
    expect(describe(proposition)).toBe(heading);
    expect(partRoles(proposition)).toEqual(roles);
    expect(isSaidWhole(proposition)).toBe(false);
    expect(sentence(proposition)).toBeUndefined();
  });
});

group('absence is remarked on only where a fact can be absent', () => {
  const charge = partOf(some('ntaCharges', (entry) => entry.is('status', ['alleged'], 'no')));
  const felony = partOf(convicted);

  it.each<[said: string, proposition: Proposition, within: Within]>([
    ['`status` is `alleged`', charge, { map: 'ntaCharges' }],
    ['`status` is `alleged` (absent: no)', charge, {}],
    ['`aggravatedFelony` is true (absent: unknown)', felony, { map: 'convictions' }],
    ['`aggravatedFelony` is true', felony, { map: 'convictions', recorded: new Set(['entry:aggravatedFelony']) }],
    ['`lastEntry.on` lies before November 1, 2020', cameBefore, { recorded: new Set(['case:lastEntry']) }],
    [
      '`lastEntry.manner` is not `admitted` (absent: yes)',
      not(fact.is('lastEntry.manner', ['admitted'], 'no')),
      { recorded: new Set(['case:lastEntry']) },
    ],
    ['`deceased` is true', deceased, { recorded: new Set(['case:deceased']) }],
  ])('%s', (said, proposition, within) => {
    expect(describe(proposition, within)).toBe(said);
  });

  it('knows what is recorded beside and below a condition that asks for a record', () => {
    const recorded = fact.recorded('lastEntry');
    const inBranch = placesOfParts(when(all(deceased, recorded), cameBefore, cameBefore), {});
    expect(inBranch.map((place) => describe(cameBefore, place))).toEqual([
      '`lastEntry.on` lies before November 1, 2020 (absent: no)',
      '`lastEntry.on` lies before November 1, 2020',
      '`lastEntry.on` lies before November 1, 2020 (absent: no)',
    ]);
    const [, beside] = placesOfParts(all(recorded, cameBefore), {});
    expect(describe(cameBefore, beside)).toBe('`lastEntry.on` lies before November 1, 2020');
    const [, alternative] = placesOfParts(any(recorded, cameBefore), {});
    expect(describe(cameBefore, alternative)).toBe('`lastEntry.on` lies before November 1, 2020 (absent: no)');
    expect(placesOfParts(convicted, {})).toEqual([{ map: 'convictions' }]);
  });
});

test('every node of every rule of every instrument is a line without a gap in it', () => {
  const lines: string[] = [];
  const gather = (proposition: Proposition, within: Within): void => {
    lines.push(describe(proposition, within));
    const places = placesOfParts(proposition, within);
    for (const [i, part] of partsOf(proposition).entries()) gather(part, places[i] ?? {});
  };
  for (const { priorities, grounds } of instruments) {
    for (const rule of [...priorities, ...grounds]) gather(rule.holds, {});
  }
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => /undefined|NaN|``|\s{2}/.test(line))).toEqual([]);
});
