/** What a refused act means on the page of a case, and what a person can do next. Pure, for `act-refusal.tsx`. */
import type { Problem } from '../../shared/review/api/answers.ts';
import { saysOf } from '../api/problem.ts';
import type { Result } from '../api/result.ts';
import { dayInWords, momentInWords } from '../ui/days.ts';

export type Refused = Exclude<Result<unknown>, { kind: 'ok' }>;

export interface Help {
  readonly heading: string;
  readonly says: string;
  /** What changed, where the case has moved. */
  readonly changes: NonNullable<Problem['changes']>;
  /** `again`: send the very same act once more. `look`: see the case as it is now. `claim`: take it in hand again. */
  readonly offers: readonly ('again' | 'look' | 'claim')[];
}

const KEPT = 'What you wrote is kept here.';

function claimedBy(holder: Problem['holder']): [heading: string, says: string] {
  if (holder === undefined) return ['A colleague has this case in hand', `Nothing was saved. ${KEPT}`];
  const until = momentInWords(holder.expiresAt);
  return [
    `${holder.name} has this case in hand`,
    `Nothing was saved. ${KEPT} That claim lasts until ${until}, unless it is renewed.`,
  ];
}

function helpForProblem(problem: Problem): Help {
  const { code, hold, changes = [] } = problem;
  const plain = (heading: string, says: string, offers: Help['offers']): Help => ({
    heading,
    says,
    changes: [],
    offers,
  });
  switch (code) {
    case 'case-moved':
      return {
        heading: 'The case has moved since you saw it',
        says: `Nothing was saved. ${KEPT} Look at the case as it is now, then choose again.`,
        changes,
        offers: ['look'],
      };
    case 'held-by-another':
      return hold === undefined
        ? plain(...claimedBy(problem.holder), ['look'])
        : plain(
            'This case is on hold',
            `Nothing was saved. ${KEPT} ${hold.mine ? 'You' : hold.name} put it on hold until ${dayInWords(hold.until)}, when it returns by itself.`,
            ['look'],
          );
    case 'not-claimed':
      return plain('Your claim has ended', `Nothing was saved. ${KEPT} Claim the case again to go on.`, [
        'claim',
        'look',
      ]);
    case 'not-flagged':
      return plain('This case has no flag now', `Nothing was saved. ${KEPT}`, ['look']);
    case 'try-again':
    case 'failed':
      return plain('Not known to be saved', `${saysOf({ kind: 'problem', problem })} ${KEPT}`, ['again']);
    default:
      return plain('Not saved', saysOf({ kind: 'problem', problem }), ['look']);
  }
}

export function helpFor(refused: Refused): Help {
  switch (refused.kind) {
    case 'problem':
      return helpForProblem(refused.problem);
    case 'signed-out':
      return { heading: 'Not saved', says: `${saysOf(refused)} ${KEPT}`, changes: [], offers: [] };
    case 'unreachable':
      return {
        heading: 'Not known to be saved',
        says: `The service did not answer. ${KEPT} To try again sends the same once more: it is never done twice.`,
        changes: [],
        offers: ['again'],
      };
  }
}
