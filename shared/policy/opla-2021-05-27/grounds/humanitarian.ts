/** Ground: compelling humanitarian factors. */
import { all, any, type FactPath, fact, no, not, type Proposition, when } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';
import type { Parameters } from '../parameters.ts';

type Half = Extract<
  FactPath,
  `humanitarian.${'arrivedAs' | 'continuous'}${string}` | `humanitarian.collateralLitigation.${string}`
>;

/** Two facts that count only together: one recorded true asks for the other; neither raises nothing. */
function bothOf(first: Half, second: Half): Proposition {
  return when(
    any(fact.is(first, [true], 'no'), fact.is(second, [true], 'no')),
    all(fact.is(first, [true], 'unknown'), fact.is(second, [true], 'unknown')),
    no,
  );
}

export const humanitarian = ({ minorAge, elderlyPrompt, pregnancyRecord }: Parameters): Rule => ({
  id: 'humanitarian',
  kind: 'ground',
  title: 'Compelling humanitarian factors',
  text:
    'A serious health condition, old age, pregnancy or minority; the respondent is primary caregiver of, or lives ' +
    'with a member of the immediate family or household who has, a serious physical or mental illness; victim of domestic violence, ' +
    'trafficking or another serious crime; came as a young child and has lived here since; or party to significant, non-frivolous collateral litigation.',
  cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 3',
  confidence: 'two-sources',
  holds: any(
    fact.is('humanitarian.seriousHealthCondition', [true], 'no'),
    fact.is('humanitarian.primaryCaregiver', [true], 'no'),
    fact.is('humanitarian.householdMemberSeriouslyIll', [true], 'no'),
    fact.is('humanitarian.victimOfSeriousCrime', [true], 'no'),
    all(fact.recorded('birthDate'), not(fact.yearsComplete('birthDate', minorAge, 'no'))),
    fact.fresh('humanitarian.pregnantAsOf', pregnancyRecord),
    bothOf('humanitarian.arrivedAsYoungChild', 'humanitarian.continuousSinceArrival'),
    bothOf('humanitarian.collateralLitigation.significant', 'humanitarian.collateralLitigation.nonFrivolous'),
    when(
      fact.recorded('humanitarian.elderly'),
      fact.is('humanitarian.elderly', [true], 'no'),
      when(fact.yearsComplete('birthDate', elderlyPrompt, 'no'), fact.ask('humanitarian.elderly'), no),
    ),
  ),
});
