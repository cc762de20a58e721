/** Alarms on the docket itself: what comes, how it is answered, and how long people are waited for. */
import { Duration } from 'aws-cdk-lib';
import { AlarmRule, AlarmState, CompositeAlarm, type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { RejectionReason } from '../../../events/rejection.ts';
import { acknowledge } from '../../constructs/acknowledge.ts';
import { functionMetric } from '../../constructs/metrics.ts';
import { type AddAlarm, type AlarmText, describeAlarm, silentAlarm } from '../../constructs/standing-alarm.ts';
import type { Environment } from '../../environment.ts';

const HOUR = Duration.hours(1);
const DAY = Duration.days(1);
/** Below so many, a share says nothing. */
const ENOUGH = 100;

const classify = (name: string, period: Duration) => functionMetric({ service: 'classify-update', name, period });

interface Share {
  readonly part: IMetric;
  readonly whole: IMetric;
  readonly period: Duration;
  readonly factor?: number;
  /** What it is taken for where there are too few to tell: a figure that sounds no alarm. */
  readonly tooFew: number;
}

function shareOf({ part, whole, period, factor = 1, tooFew }: Share): MathExpression {
  return new MathExpression({
    expression: `IF(whole >= ${ENOUGH}, ${factor} * part / whole, ${tooFew})`,
    usingMetrics: { part, whole },
    period,
  });
}

export function addDocketAlarms(alarm: AddAlarm, { alarms, shadowInstrument }: Environment): void {
  addIntakeAlarms(alarm, alarms);
  addAnswerAlarms(alarm, alarms);
  addWaitingAlarms(alarm, alarms);
  if (shadowInstrument === undefined) return;
  alarm('ShadowFails', {
    what: 'The instrument that is tried beside the one in use could not answer for some case.',
    impact: 'Nobody is reached, since its answers are counted and never kept.',
    firstStep: 'Find SHADOW_FAILED in the log of classify-update.',
    runbook: 'shadow-policy',
    metric: classify('ShadowFailures', HOUR),
    threshold: 1,
    periods: 1,
  });
}

function addIntakeAlarms(alarm: AddAlarm, { quarantinedShare }: Environment['alarms']): void {
  const received = new MathExpression({
    expression: 'accepted + rejected',
    usingMetrics: { accepted: classify('UpdatesAccepted', HOUR), rejected: classify('UpdatesRejected', HOUR) },
    period: HOUR,
  });
  alarm('Quarantined', {
    what: `More than ${percent(quarantinedShare)} of the messages of an hour are refused and set aside.`,
    impact: 'The changes that they carry are not applied, and attorneys see those cases without them.',
    firstStep: 'See which reason it is, and since when.',
    runbook: 'quarantine-rate',
    metric: shareOf({ part: classify('UpdatesRejected', HOUR), whole: received, period: HOUR, tooFew: 0 }),
    threshold: quarantinedShare,
    periods: 1,
    when: 'more-than',
  });
  alarm('Conflicting', {
    what: 'A sender used a known source and id for another update.',
    impact: 'Both count, each at its own rank, and an attorney may see the fact that the sender meant to replace.',
    firstStep: 'See whether it is one or many.',
    runbook: 'conflicting-updates',
    metric: setAside('conflicting-content'),
    threshold: 1,
    periods: 1,
  });
  alarm('NotAReviewer', {
    what: 'An update said that it came from a reviewer, and no act of one is behind it.',
    impact:
      'Nobody is reached: it is set aside. Somebody who may send to the queue may be trying to clear a mark of protected information.',
    firstStep: 'Find out who sent it, before anything else is done with it.',
    runbook: 'not-a-reviewer',
    metric: setAside('no-such-act'),
    threshold: 1,
    periods: 1,
  });
}

function setAside(reason: RejectionReason) {
  return functionMetric({ service: 'classify-update', name: 'MessagesSetAside', dimensions: { reason }, period: HOUR });
}

function addAnswerAlarms(alarm: AddAlarm, { undeterminedShare, flagsPerThousand }: Environment['alarms']): void {
  alarm('Undetermined', {
    what: `More than ${percent(undeterminedShare)} of the cases of an hour end with no priority true and one unknown.`,
    impact: 'Cases wait that an attorney could decide if the fact were there, and nothing is answered wrongly.',
    firstStep: 'See since when, and in which lanes.',
    runbook: 'share-of-unknown',
    metric: shareOf({
      part: classify('CasesUndetermined', HOUR),
      whole: classify('CasesClassified', HOUR),
      period: HOUR,
      tooFew: 0,
    }),
    threshold: undeterminedShare,
    periods: 3,
    when: 'more-than',
  });
  const flagged = new MathExpression({
    expression: 'own + supervisor',
    usingMetrics: { own: classify('CasesInOwnMotion', DAY), supervisor: classify('CasesInSupervisor', DAY) },
    period: DAY,
  });
  const band = [
    { id: 'FlagsFew', when: 'less-than', threshold: flagsPerThousand.from, words: 'Fewer' },
    { id: 'FlagsMany', when: 'more-than', threshold: flagsPerThousand.to, words: 'More' },
  ] as const;
  for (const { id, when, threshold, words } of band) {
    alarm(id, {
      what: `${words} than ${threshold} of a thousand cases of a day are flagged in the lanes own-motion and supervisor.`,
      impact:
        'People are not brought before an attorney who should be, or attorneys are given cases that nobody meant.',
      firstStep: 'See whether an instrument, a parameter or a release has changed.',
      runbook: 'flags-outside-band',
      metric: shareOf({
        part: flagged,
        whole: classify('CasesClassified', DAY),
        period: DAY,
        factor: 1000,
        tooFew: threshold,
      }),
      threshold,
      periods: 1,
      when,
    });
  }
}

function addWaitingAlarms(alarm: AddAlarm, { unreviewedDays }: Environment['alarms']): void {
  const watch = (name: string) => functionMetric({ service: 'watch-queues', name, statistic: 'Maximum', period: HOUR });
  alarm('OldestUnreviewed', {
    what: `A flag has waited for more than ${unreviewedDays} days.`,
    impact: 'A person whose case might be dismissed or closed waits for somebody to look at it.',
    firstStep: 'See which lane it is, and whether many flags wait there or few.',
    runbook: 'oldest-unreviewed',
    metric: watch('OldestUnreviewedDays'),
    threshold: unreviewedDays,
    periods: 2,
    when: 'more-than',
  });
  alarm('QueuesUnread', {
    what: 'The queues were not read to their end for three hours.',
    impact: 'Nobody is reached yet, but nobody is told either when flags wait too long.',
    firstStep: 'See whether the function runs, and what its log says.',
    runbook: 'queues-unwatched',
    metric: watch('QueuesUnread'),
    threshold: 1,
    periods: 3,
    missingIsBad: true,
  });
  alarm('DueLeftOver', {
    what: 'More cases came due than a run had time to send.',
    impact: 'Cases whose day has come keep the answer of the day before until the next run.',
    firstStep: 'Run it once more by hand.',
    runbook: 'days-not-passed',
    metric: functionMetric({ service: 'find-due', name: 'DueLeftOver', period: HOUR }),
    threshold: 1,
    periods: 1,
  });
  alarm('NotRedrawn', {
    what: 'A case could not be drawn again.',
    impact: 'It keeps the answer of an earlier day until its next update.',
    firstStep: 'Find CASE_FAILED in the log of reclassify.',
    runbook: 'days-not-passed',
    metric: functionMetric({ service: 'reclassify', name: 'CasesFailed', period: HOUR }),
    threshold: 1,
    periods: 1,
  });
  alarm('LedgerAltered', {
    what: 'An entry of the ledger or an act of a person was changed or removed, which nothing in this program does.',
    impact: 'A case may say what nobody sent, so that it is an incident until it is explained.',
    firstStep: 'Change nothing, and tell whoever answers for security.',
    runbook: 'seals',
    metric: functionMetric({ service: 'archive', name: 'LedgerAltered' }),
    threshold: 1,
    periods: 1,
  });
}

/** Nights and holidays are no reason to be woken, so two alarms must sound for one to be heard. */
export function addSilentFeedAlarm(scope: Construct, topic: ITopic, { alarms }: Environment): void {
  const { silentFeedHours } = alarms;
  const text: AlarmText = {
    what: `No update was accepted in the last ${silentFeedHours} working hours.`,
    impact: 'Attorneys work on a docket that stands still and does not say so.',
    firstStep: 'See whether something arrives and fails.',
    runbook: 'silent-feed',
  };
  const nothing = silentAlarm(scope, 'NothingAccepted', {
    ...text,
    metric: classify('UpdatesAccepted', HOUR),
    threshold: 0,
    periods: silentFeedHours,
    when: 'at-most',
    missingIsBad: true,
  });
  const working = silentAlarm(scope, 'WorkingHours', {
    ...text,
    metric: functionMetric({ service: 'watch-queues', name: 'WorkingHours', statistic: 'Maximum', period: HOUR }),
    threshold: 1,
    periods: silentFeedHours,
  });
  for (const part of [nothing, working]) {
    acknowledge(
      part,
      'It is half of an alarm: the composite of both tells people.',
      'NIST.800.53.R5::NIST.800.53.R5-CloudWatchAlarmAction',
      'cdk-validator-cfnguard::cloudwatch_alarm_action_check',
    );
  }
  const both = new CompositeAlarm(scope, 'SilentFeedAlarm', {
    alarmDescription: describeAlarm(text),
    alarmRule: AlarmRule.allOf(
      AlarmRule.fromAlarm(nothing, AlarmState.ALARM),
      AlarmRule.fromAlarm(working, AlarmState.ALARM),
    ),
  });
  both.addAlarmAction(new SnsAction(topic));
  both.addOkAction(new SnsAction(topic));
}

function percent(share: number): string {
  return `${Math.round(share * 100)} in a hundred`;
}
