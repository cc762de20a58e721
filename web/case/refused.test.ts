import { describe, expect, test } from 'vitest';
import { PROBLEM_CODES, type Problem, type ProblemCode } from '../../shared/review/api/answers.ts';
import { REASON_MAX as LONGEST_TAKEN } from '../../shared/review/api/requests.ts';
import { faultOfReason, REASON_MAX } from './reason.tsx';
import { helpFor } from './refused.ts';

const problem = (code: ProblemCode, more: Partial<Problem> = {}) =>
  helpFor({ kind: 'problem', problem: { type: 'about:blank', title: '', status: 409, code, ...more } });
const changes = [{ path: 'represented', name: 'represented by counsel', from: 'not recorded', to: 'yes' }];
const holder = { name: 'Jane Roe', mine: false, at: '2021-08-02T14:00:00.000Z', expiresAt: '2021-08-02T14:30:00.000Z' };

describe('what a refused act means to the person who tried it', () => {
  test('a case that moved: what changed, and to look again; the same is not offered to be sent again', () => {
    expect(problem('case-moved', { changes })).toMatchObject({ changes, offers: ['look'] });
  });

  test('a lost race: who has the case', () => {
    expect(problem('held-by-another', { holder }).heading).toBe('Jane Roe has this case in hand');
    expect(problem('held-by-another').heading).toBe('A colleague has this case in hand');
  });

  test.each([
    [false, 'Jane Roe put it on hold until August 9, 2021'],
    [true, 'You put it on hold until August 9, 2021'],
  ])('a hold, which is no claim: whose it is (own: %s) and on which day the case returns', (mine, says) => {
    const hold = { name: 'Jane Roe', mine, at: '2021-08-02T14:00:00.000Z', until: '2021-08-09' };
    const help = problem('held-by-another', { hold });
    expect(help.heading).toBe('This case is on hold');
    expect(help.says).toContain(says);
    expect(help.says).not.toMatch(/claim/i);
  });

  test('an ended claim: to claim again', () => {
    expect(problem('not-claimed')).toMatchObject({ heading: 'Your claim has ended', offers: ['claim', 'look'] });
  });

  test.each([helpFor({ kind: 'unreachable' }), problem('try-again'), problem('failed')])(
    'where nobody knows whether it was done, it is not said to be saved, and the same can be sent again',
    (help) => {
      expect(help).toMatchObject({ heading: 'Not known to be saved', offers: ['again'] });
    },
  );

  test('an ended sign-in: nothing was saved, and what was written is kept', () => {
    expect(helpFor({ kind: 'signed-out' }).says).toContain('What you wrote is kept here.');
  });

  test.each(PROBLEM_CODES)('%s has a heading, a sentence, and changes only where the case has moved', (code) => {
    const help = problem(code, { changes });
    expect(help.heading).not.toBe('');
    expect(help.says).toMatch(/\.$/);
    expect(help.changes).toEqual(code === 'case-moved' ? changes : []);
  });
});

test('a reason is as long as the API takes it, and no longer', () => {
  expect(REASON_MAX).toBe(LONGEST_TAKEN);
  expect(faultOfReason('x'.repeat(REASON_MAX))).toBeUndefined();
  expect(faultOfReason('x'.repeat(REASON_MAX + 1))).toMatch(/^Shorten/);
  expect(faultOfReason(' \n')).toBe('Write a reason.');
});
