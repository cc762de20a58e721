/** The alarms of the templates: each tells somebody, can sound, and says what to do; none of a release hinders another. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { functionFolders } from './bundles.ts';
import {
  COMMERCIAL,
  functionBehind,
  functionOf,
  GOVERNMENT,
  idOfArn,
  listOf,
  named,
  queuesOf,
  removeSynthesized,
  type SynthesizedResource,
  synthesizeTemplates,
} from './synthesized.ts';

const commercial = synthesizeTemplates(COMMERCIAL);
const government = synthesizeTemplates(GOVERNMENT);
afterAll(removeSynthesized);

/** As a dashboard names a metric in its body, which is text in text. */
const OWN_FIGURE = /\[\\*"OwnMotion\\*",\\*"(\w+)\\*",.*?\\*"service\\*",\\*"([\w-]+)\\*"/g;
const reportsFolder = new URL('../../functions/', import.meta.url);
/** What the functions' reports say. */
const reports = readdirSync(reportsFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('report.ts'))
  .map((name) => readFileSync(new URL(name, reportsFolder), 'utf8'))
  .join('\n');

type Properties = SynthesizedResource['properties'];

describe.each([
  { region: 'us-east-1', stack: commercial },
  { region: 'us-gov-west-1', stack: government },
])('deployed to $region', ({ stack }) => {
  const { ofStreams, lastPlaces, sources } = queuesOf(stack);
  const functions = stack.ofType('AWS::Lambda::Function');
  const aliases = stack.ofType('AWS::Lambda::Alias');
  const alarms = stack.ofType('AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm');
  const filters = stack.ofType('AWS::Logs::MetricFilter');
  const releaseAlarms = alarms.filter(({ id }) => id.includes('Release'));
  const standing = alarms.filter((alarm) => !releaseAlarms.includes(alarm));
  const dimension = ({ Dimensions = [] }: Properties, name: string) =>
    Dimensions.find(({ Name }: { Name: string }) => Name === name)?.Value;
  const watching = (metricName: string, name: string) =>
    standing
      .map(({ properties }) => properties)
      .filter((properties) => properties.MetricName === metricName && dimension(properties, name) !== undefined);
  const watchedBy = (metricName: string, name: string) =>
    watching(metricName, name).map((properties) => {
      const value = dimension(properties, name);
      return idOfArn(value) ?? value.Ref;
    });

  /** How often a function is called at each of its times. */
  const scheduled = new Map<string | undefined, number>();
  for (const { properties } of stack.ofType('AWS::Events::Rule')) {
    for (const { Arn } of properties.Targets) {
      const id = functionBehind(stack, Arn)?.id;
      scheduled.set(id, (scheduled.get(id) ?? 0) + 1);
    }
  }

  describe.each(named(alarms))('alarm $name', ({ resource: { properties } }) => {
    test('says what is so, whom it reaches, what to do first, and which page to open', () => {
      expect(properties.AlarmDescription).toMatch(
        /^[A-Z].+\. Impact: .+\. First step: .+\. Runbook: docs\/runbooks\/[a-z-]+\.md\.$/,
      );
      const [page = ''] = /docs\/runbooks\/[a-z-]+\.md/.exec(properties.AlarmDescription) ?? [];
      expect(existsSync(new URL(`../../${page}`, import.meta.url))).toBe(true);
    });
  });

  test('no alarm sends an operator to an office, whose figures are for those who answer for it', () => {
    for (const { properties } of alarms) expect(properties.AlarmDescription).not.toMatch(/\boffices?\b/i);
  });

  test('standing alarms tell people; those of a release, and halves of others, tell nobody', () => {
    const silent = alarms.filter(({ properties }) => properties.AlarmActions === undefined).map(({ id }) => id);
    for (const id of silent) expect(id).toMatch(/Release|^NothingAccepted|^WorkingHours/);
    const releases = stack
      .ofType('AWS::CodeDeploy::DeploymentGroup')
      .flatMap(({ properties }) =>
        properties.AlarmConfiguration.Alarms.map(({ Name }: { Name: { Ref: string } }) => Name.Ref),
      );
    expect(new Set(silent.filter((id) => id.includes('Release')))).toEqual(new Set(releases));
  });

  test('the topic that they tell takes it, and so does its key', () => {
    const told = new Set(alarms.flatMap(({ properties }) => listOf(properties.AlarmActions ?? [])).map(String));
    expect(told.size).toBe(1);
    const statementsOf = (type: string, document: string): Properties[] =>
      stack.ofType(type).flatMap(({ properties }) => properties[document].Statement);
    const isOpened = ({ Effect, Principal, Action }: Properties, action: string) =>
      Effect === 'Allow' && Principal.Service === 'cloudwatch.amazonaws.com' && listOf(Action).includes(action);
    const topic = statementsOf('AWS::SNS::TopicPolicy', 'PolicyDocument');
    const key = statementsOf('AWS::KMS::Key', 'KeyPolicy');
    for (const [statements, action] of [
      [topic, 'sns:Publish'],
      [key, 'kms:Decrypt'],
      [key, 'kms:GenerateDataKey'],
    ] as const) {
      const opened = statements.filter((statement) => isOpened(statement, action));
      expect({ action, opened: opened.length }).toEqual({ action, opened: 1 });
      expect(JSON.stringify(opened[0]?.Condition.ArnLike['aws:SourceArn'])).toContain(':alarm:*');
    }
  });

  test('a release is judged by what fails in the version that is released, and in no other', () => {
    expect(aliases).not.toEqual([]);
    const groups = stack.ofType('AWS::CodeDeploy::DeploymentGroup');
    for (const alias of aliases) {
      const version = JSON.stringify(alias.properties.FunctionVersion);
      const own = releaseAlarms.filter(
        ({ properties }) =>
          JSON.stringify(dimension(properties, 'ExecutedVersion') ?? dimension(properties, 'version')) === version,
      );
      const [filter, ...others] = filters.filter(
        ({ properties }) => properties.MetricTransformations[0].MetricName === faultsOf(own)?.MetricName,
      );
      const released = functions.find(({ id }) => id === alias.properties.FunctionName.Ref);
      expect(own.map(({ properties }) => properties.MetricName).filter((name) => name === 'Errors')).toHaveLength(1);
      expect(own).toHaveLength(writesLines(released) ? 2 : 1);
      if (writesLines(released)) {
        expect(others).toEqual([]);
        expect(filter?.properties.LogGroupName).toEqual(released?.properties.LoggingConfig.LogGroup);
        expect(filter?.properties.MetricTransformations[0].Dimensions).toEqual([
          { Key: 'version', Value: '$.version' },
        ]);
      }
      // It must know the new version before the first of the traffic reaches it.
      const group = groups.find(({ id }) => JSON.stringify(alias.updatePolicy).includes(`"${id}"`));
      const watched = group?.properties.AlarmConfiguration.Alarms.map(
        ({ Name }: { Name: { Ref: string } }) => Name.Ref,
      );
      expect(new Set(watched)).toEqual(new Set(own.map(({ id }) => id)));
      expect(alias.dependsOn).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
    }
    expect(releaseAlarms).toHaveLength(2 * aliases.length - 1);
  });

  const faultsOf = (some: readonly SynthesizedResource[]) =>
    some.find(({ properties }) => properties.MetricName !== 'Errors')?.properties;

  const folderOf = ({ id }: SynthesizedResource) =>
    functionFolders.find((folder) => functionOf(stack, folder)?.id === id) ?? 'no folder';
  const writesLines = (one: SynthesizedResource | undefined) =>
    one !== undefined &&
    /\b(new Logger|lambdaEntry)\(/.test(
      readFileSync(new URL(`../../functions/${folderOf(one)}/handler.ts`, import.meta.url), 'utf8'),
    );

  test('lines of errors are watched in every log in which there are any', () => {
    const watched = filters
      .filter(({ properties }) => properties.MetricTransformations[0].Dimensions === undefined)
      .map(({ properties }) => properties);
    expect(new Set(watched.map(({ LogGroupName }) => LogGroupName.Ref))).toEqual(
      new Set(functions.filter(writesLines).map(({ properties }) => properties.LoggingConfig.LogGroup.Ref)),
    );
    for (const { MetricTransformations, FilterPattern } of watched) {
      expect(FilterPattern).toBe('{ $.level = "ERROR" }');
      const { MetricName, MetricNamespace } = MetricTransformations[0];
      const on = standing.filter(({ properties }) => properties.MetricName === MetricName);
      expect(on.map(({ properties }) => properties.Namespace)).toEqual([MetricNamespace]);
    }
  });

  test('a single message in its last place sounds an alarm', () => {
    const at1 = alarms
      .filter(
        ({ properties }) =>
          properties.MetricName === 'ApproximateNumberOfMessagesVisible' && properties.Threshold === 1,
      )
      .map(({ properties }) => idOfArn(properties.Dimensions[0].Value));
    expect(new Set(at1)).toEqual(lastPlaces);
  });

  test('age and depth of every queue, errors and throttles of every function, rate of every table are watched', () => {
    expect(new Set(watchedBy('ApproximateAgeOfOldestMessage', 'QueueName'))).toEqual(
      new Set(sources.map(({ id }) => id)),
    );
    expect(watchedBy('ApproximateNumberOfMessagesVisible', 'QueueName')).toEqual(
      expect.arrayContaining(sources.map(({ id }) => id)),
    );
    for (const metric of ['Errors', 'Throttles']) {
      expect(watchedBy(metric, 'FunctionName')).toEqual(expect.arrayContaining(functions.map(({ id }) => id)));
    }
    expect(new Set(watchedBy('IteratorAge', 'FunctionName'))).toEqual(
      new Set(ofStreams.map(({ properties }) => functionBehind(stack, properties.FunctionName)?.id)),
    );
    const tables = stack.ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table');
    for (const metric of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
      expect(new Set(watchedBy(metric, 'TableName'))).toEqual(new Set(tables.map(({ id }) => id)));
    }
  });

  test('what is called at set times is missed when it is not, be it for one segment', () => {
    expect(scheduled.size).toBeGreaterThan(0);
    const least = new Map<string, number>();
    for (const properties of watching('Invocations', 'FunctionName')) {
      least.set(dimension(properties, 'FunctionName').Ref, properties.Threshold);
    }
    expect(least).toEqual(scheduled);
  });

  test('errors sound though calls are few: of what is called at set times the first, of the others three of a quarter of an hour', () => {
    for (const properties of watching('Errors', 'FunctionName')) {
      const { EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods, Period } = properties;
      const { Ref: id } = dimension(properties, 'FunctionName');
      expect({ id, failed: DatapointsToAlarm, within_s: EvaluationPeriods * Period }).toEqual(
        scheduled.has(id) ? { id, failed: 1, within_s: 300 } : { id, failed: 3, within_s: 900 },
      );
    }
  });

  test('every figure of our own that is watched or shown is one that its function gives', () => {
    const shown = stack
      .ofType('AWS::CloudWatch::Dashboard')
      .flatMap(({ properties }) => [...JSON.stringify(properties.DashboardBody).matchAll(OWN_FIGURE)])
      .map(([, name = '', service = '']) => ({ name, service }));
    const counted = standing.flatMap(({ properties }) => [
      properties,
      ...(properties.Metrics ?? []).flatMap(({ MetricStat }: Properties) => MetricStat?.Metric ?? []),
    ]);
    const watched = counted
      .filter(({ Namespace, Dimensions }) => Namespace === 'OwnMotion' && Dimensions !== undefined)
      .map((properties) => ({
        name: String(properties.MetricName),
        service: String(dimension(properties, 'service')),
      }));
    expect(shown.length).toBeGreaterThan(20);
    expect(watched.length).toBeGreaterThan(15);
    for (const { name, service } of [...shown, ...watched]) {
      expect(functionFolders).toContain(service);
      expect(reports).toContain(`'${name}'`);
    }
  });

  test('dashboards, which an account has once for all its regions, are named by theirs', () => {
    const names = stack.ofType('AWS::CloudWatch::Dashboard').map(({ properties }) => properties.DashboardName);
    expect(names).toHaveLength(2);
    const region = stack === government ? 'us-gov-west-1' : 'us-east-1';
    for (const name of names) expect(name).toMatch(new RegExp(`-${region}$`));
  });
});
