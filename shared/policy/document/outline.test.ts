import { describe, expect, it } from 'vitest';
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
  when,
  yes,
} from '../proposition.ts';
import { nested } from './markdown.ts';
import { definition, outline } from './outline.ts';
import { entryTerm, type Term, termsOf } from './terms.ts';

const cutOff: Parameter<string> = {
  name: 'cutOff',
  value: '2020-11-01',
  unit: 'date',
  basis: 'memo',
  source: 's',
  from: '2021-05-27',
};
const sixteen: Parameter<number> = { ...cutOff, name: 'age', value: 16, unit: 'years' };

const deceased = fact.is('deceased', [true], 'no');
const citizen = fact.is('citizenshipEvidence', [true], 'no');
const cameBefore = fact.before('lastEntry.on', cutOff, 'no');

function text(proposition: Proposition, known: readonly Term[] = []): string {
  const terms = termsOf(proposition, known);
  const defined = terms.listed.map((term) => definition(term, terms));
  return nested([outline(proposition, {}, terms), ...defined]);
}

/** Lines without the margin they have here. */
function lines(written: string): string {
  const [, ...rest] = written.split('\n');
  const margin = rest[0]?.search(/\S/) ?? 0;
  return rest
    .map((line) => line.slice(margin))
    .join('\n')
    .trimEnd();
}

describe('a rule as an outline', () => {
  it.each<[what: string, proposition: Proposition, written: string]>([
    ['one line', deceased, '\n- `deceased` is true (absent: no)'],
    [
      'and, or and not',
      any(all(deceased, not(citizen)), not(all(deceased, citizen)), not(any(deceased, citizen)), all(deceased)),
      `
      - any of:
        - all of:
          - \`deceased\` is true (absent: no)
          - \`citizenshipEvidence\` is not true (absent: yes)
        - not all of:
          - \`deceased\` is true (absent: no)
          - \`citizenshipEvidence\` is true (absent: no)
        - none of:
          - \`deceased\` is true (absent: no)
          - \`citizenshipEvidence\` is true (absent: no)
        - all of:
          - \`deceased\` is true (absent: no)`,
    ],
    [
      'an or within an or, which is one',
      any(deceased, any(citizen, any(cameBefore))),
      `
      - any of:
        - \`deceased\` is true (absent: no)
        - \`citizenshipEvidence\` is true (absent: no)
        - \`lastEntry.on\` lies before November 1, 2020 (absent: no)`,
    ],
    [
      'a chain of conditions, the short ones on one line',
      when(fact.recorded('lastEntry'), cameBefore, when(any(deceased, citizen), yes, no)),
      `
      - the first that applies:
        - if \`lastEntry\` is recorded: \`lastEntry.on\` lies before November 1, 2020
        - if \`deceased\` is true (absent: no), or \`citizenshipEvidence\` is true (absent: no): yes
        - otherwise: no`,
    ],
    [
      'a condition that needs lines of its own',
      when(
        any(
          some('pendingCharges', (charge) => charge.recorded('offense')),
          deceased,
        ),
        all(citizen, cameBefore),
        fact.ask('stage'),
      ),
      `
      - the first that applies:
        - if any of:
          - some pending criminal charge (\`pendingCharges\`) for which \`offense\` is recorded
          - \`deceased\` is true (absent: no)
        - then all of:
          - \`citizenshipEvidence\` is true (absent: no)
          - \`lastEntry.on\` lies before November 1, 2020 (absent: no)
        - otherwise: unknown until \`stage\` settles it`,
    ],
    [
      'an open question as a condition, which is no clause',
      when(question('gang-age', { now: true, before: false }), yes, no),
      `
      - the first that applies:
        - if open question \`gang-age\` (\`now\`: yes; \`before\`: no; unanswered: unknown)
        - then yes
        - otherwise: no`,
    ],
    [
      'entries of a map, and none of them',
      all(
        some('ntaCharges', (charge) =>
          all(charge.is('status', ['alleged'], 'no'), charge.chargedUnder('code', '237(a)(1)')),
        ),
        not(some('relief', (request) => request.is('bars', [true], 'no'))),
      ),
      `
      - all of:
        - some charge on the notice to appear (\`ntaCharges\`) for which all of:
          - \`status\` is \`alleged\`
          - the charge (\`code\`) is under INA 237(a)(1)
        - no form of relief (\`relief\`) for which \`bars\` is true (absent: no)`,
    ],
    [
      'a proof that spares a question',
      all(
        askUnless('apprehension', all(deceased, not(citizen))),
        askUnless(
          'lastEntry',
          some('relief', (request) => request.recorded('bars')),
        ),
      ),
      `
      - all of:
        - no if proved that \`deceased\` is true (absent: no), and \`citizenshipEvidence\` is not true (absent: yes); otherwise unknown until \`apprehension\` settles it
        - no if this is proved, otherwise unknown until \`lastEntry\` settles it:
          - some form of relief (\`relief\`) for which \`bars\` is recorded`,
    ],
    [
      'participation at an age',
      {
        op: 'took-part-at-age',
        birth: 'birthDate',
        from: 'gang.from',
        to: 'gang.to',
        age: sixteen,
        endedBefore: question('gang-age', { now: true, before: false }),
      },
      `
      - participation on some day at 16 or older, the first that applies:
        - if begun (\`gang.from\`) or ended (\`gang.to\`) on or after the 16th birthday by \`birthDate\`: yes
        - if ended (\`gang.to\`) before that birthday: open question \`gang-age\` (\`now\`: yes; \`before\`: no; unanswered: unknown)
        - otherwise: unknown until \`birthDate\`, \`gang.from\` or \`gang.to\` settles it, the first that is absent`,
    ],
    [
      'the negation of a choice',
      not(when(deceased, citizen, no)),
      `
      - not so:
        - the first that applies:
          - if \`deceased\` is true (absent: no): \`citizenshipEvidence\` is true (absent: no)
          - otherwise: no`,
    ],
  ])('%s', (_, proposition, written) => {
    expect(text(proposition)).toBe(lines(written));
  });
});

describe('a part with a name', () => {
  const either = any(deceased, citizen);

  it('is defined once and named wherever it stands', () => {
    expect(text(all(either, not(either), cameBefore), [{ name: 'gone', of: either }])).toBe(
      lines(`
      - all of:
        - *gone*
        - not *gone*
        - \`lastEntry.on\` lies before November 1, 2020 (absent: no)
      - *gone*: any of:
        - \`deceased\` is true (absent: no)
        - \`citizenshipEvidence\` is true (absent: no)`),
    );
  });

  it('is numbered when the rule repeats it and nobody named it', () => {
    expect(text(all(either, not(either)))).toContain('- *part 1*: any of:');
  });

  it('may be one line, and may stand where a condition is', () => {
    expect(text(when(deceased, yes, no), [{ name: 'gone', of: deceased }])).toBe(
      lines(`
      - the first that applies:
        - if *gone*: yes
        - otherwise: no
      - *gone*: \`deceased\` is true (absent: no)`),
    );
  });

  it('keeps what is known where it stands alone, and forgets it where it stands twice', () => {
    const late = all(not(cameBefore), fact.is('lastEntry.manner', ['paroled'], 'no'));
    const term = { name: 'late', of: late };
    const once = when(fact.recorded('lastEntry'), late, no);
    expect(text(once, [term])).toContain('  - `lastEntry.on` lies on or after November 1, 2020\n');
    expect(text(any(once, late), [term])).toContain(
      '  - `lastEntry.on` lies on or after November 1, 2020 (absent: yes)\n',
    );
  });

  it('is the same part under two maps only when it reads no entry', () => {
    const live = entryTerm('live', 'ntaCharges', (charge) =>
      all(charge.is('status', ['alleged'], 'no'), charge.recorded('code')),
    );
    const charged = some('ntaCharges', (charge) =>
      all(charge.is('status', ['alleged'], 'no'), charge.recorded('code')),
    );
    expect(text(any(charged, deceased), [live])).toContain('(`ntaCharges`) for which *live*');
    const anywhere = all(
      some('relief', () => either),
      some('pendingCharges', () => either),
    );
    expect(text(anywhere, [{ name: 'gone', of: either }]).match(/for which \*gone\*/g)).toHaveLength(2);
  });

  it('is left out where the rule does not have it', () => {
    expect(termsOf(all(deceased, citizen), [{ name: 'gone', of: either }]).listed).toEqual([]);
  });
});
