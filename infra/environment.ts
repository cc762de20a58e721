/**
 * What may be set for one deployment. Each has a file of its own in `environments/`, of which `example.ts` says line by line what
 * a setting is for; here it is parsed, and refused in one sentence a fault.
 */
import * as z from 'zod';
import { type CalendarDate, calendarDate } from '../events/dates.ts';
import { officeName } from '../functions/office-name.ts';
import { DEFAULT_CLAIM_NAMES } from '../functions/review-api/viewer-of.ts';
import { issuerUrl, oauthScope, signInOrigin } from '../functions/review-page/env.ts';
import { isTimeZone } from '../functions/watch-queues/working-hours.ts';
import { findInstrument, instruments } from '../shared/policy/instruments.ts';

/** The most partitions that a list of an office's queue would have to read side by side. */
const MAX_QUEUE_SHARDS = 64;
/** A claim is for working on a case, not for keeping it. */
const MAX_LEASE_MINUTES = 8 * 60;
/** What CloudWatch Logs can keep, from the year that federal log rules ask to have at hand. */
const LOG_DAYS = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] as const;

const knownInstrument = z.string().refine((id) => findInstrument(id) !== undefined);
/** A claim may be named by a URI. */
const claimName = z.string().regex(/^[\w:./-]{1,200}$/);
const share = z.number().min(0).max(1);

/** Reviewers known to an issuer of the agency's own. */
const ownIssuer = z.strictObject({
  kind: z.literal('issuer'),
  issuer: issuerUrl,
  clientId: z.string().min(1).max(200),
  audience: z.string().min(1).max(500).optional(),
  scope: oauthScope.default('openid profile'),
  origins: z.array(signInOrigin).default([]),
  roleClaim: claimName.default(DEFAULT_CLAIM_NAMES.role),
  officesClaim: claimName.default(DEFAULT_CLAIM_NAMES.offices),
  protectedClaim: claimName.default(DEFAULT_CLAIM_NAMES.protectedAccess),
});

/** Reviewers known to a Cognito user pool that is deployed with the rest. */
const userPool = z.strictObject({
  kind: z.literal('user-pool'),
  domainPrefix: z.string().regex(/^(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
});

const alarms = z.strictObject({
  addresses: z.array(z.email()),
  silentFeedHours: z.int().min(1).max(12),
  workingHours: z
    .strictObject({
      from: z.int().min(0).max(23),
      until: z.int().min(1).max(24),
      timeZone: z.string().refine(isTimeZone),
    })
    .refine(({ from, until }) => from < until),
  undeterminedShare: share,
  quarantinedShare: share,
  flagsPerThousand: z
    .strictObject({ from: z.number().min(0).max(1000), to: z.number().min(0).max(1000) })
    .refine(({ from, to }) => from < to),
  unreviewedDays: z.int().min(1).max(365),
});

const environment = z
  .strictObject({
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
    instrument: knownInstrument,
    acknowledgeNotInForce: knownInstrument.optional(),
    shadowInstrument: knownInstrument.optional(),
    asOf: calendarDate.optional(),
    offices: z.array(officeName).min(1),
    queueShards: z.int().min(1).max(MAX_QUEUE_SHARDS),
    leaseMinutes: z.int().min(1).max(MAX_LEASE_MINUTES),
    handlingBanner: z.string().min(1).max(200).optional(),
    signIn: z.discriminatedUnion('kind', [userPool, ownIssuer]),
    fipsEndpoints: z.boolean(),
    permissionsBoundary: z
      .string()
      .regex(/^[\w+=,.@/-]{1,128}$/)
      .optional(),
    logDays: z.literal(LOG_DAYS),
    archiveYears: z.int().min(1).max(100),
    segments: z.int().min(1).max(64).default(4),
    alarms,
  })
  .refine(({ instrument, shadowInstrument }) => instrument !== shadowInstrument, { path: ['shadowInstrument'] });

export type Environment = Readonly<z.output<typeof environment>>;
export type OwnIssuer = Readonly<z.output<typeof ownIssuer>>;
/** As an environment's file has it: what may be left out is. */
export type EnvironmentSettings = z.input<typeof environment>;

const CLAIM_NAME = 'the name of a claim in the token';
const KNOWN = instruments.map(({ id }) => id).join(', ');

/** By the setting's place in the file, without the positions in lists. */
const expected: Readonly<Record<string, string>> = {
  account: 'the twelve digits of an AWS account',
  region: 'an AWS region such as us-gov-west-1',
  instrument: `an instrument the program knows: ${KNOWN}`,
  acknowledgeNotInForce: `the name of an instrument: ${KNOWN}`,
  shadowInstrument: `another instrument the program knows: ${KNOWN}`,
  asOf: 'a day as YYYY-MM-DD',
  offices: 'a list of office codes, each of 2 to 8 capital letters or digits',
  queueShards: `a whole number from 1 to ${MAX_QUEUE_SHARDS}`,
  leaseMinutes: `a whole number of minutes from 1 to ${MAX_LEASE_MINUTES}`,
  handlingBanner: 'a line of text of at most 200 characters',
  signIn: "an object of the kind 'user-pool' or 'issuer'",
  'signIn.kind': "'user-pool' or 'issuer'",
  'signIn.domainPrefix': 'small letters, digits and hyphens, without the words aws, amazon and cognito',
  'signIn.issuer': 'the https address of an OpenID Connect issuer',
  'signIn.clientId': 'the client id that the issuer knows the page by',
  'signIn.audience': 'the audience that tokens for the API are made out to',
  'signIn.scope': 'OAuth scopes with a space between them, openid first',
  'signIn.origins': 'a list of https origins',
  'signIn.roleClaim': CLAIM_NAME,
  'signIn.officesClaim': CLAIM_NAME,
  'signIn.protectedClaim': CLAIM_NAME,
  fipsEndpoints: 'true or false',
  permissionsBoundary: 'the name of a managed policy of the account',
  logDays: `one of the numbers of days that CloudWatch Logs can keep: ${LOG_DAYS.join(', ')}`,
  archiveYears: 'a whole number of years from 1 to 100',
  segments: 'a whole number from 1 to 64',
  alarms: 'an object with the addresses and limits of the alarms',
  'alarms.addresses': 'a list of e-mail addresses',
  'alarms.silentFeedHours': 'a whole number of hours from 1 to 12',
  'alarms.workingHours': 'two hours of the day, from before until, and a time zone such as America/New_York',
  'alarms.undeterminedShare': 'a share from 0 to 1',
  'alarms.quarantinedShare': 'a share from 0 to 1',
  'alarms.flagsPerThousand': 'two numbers from 0 to 1000, from below to',
  'alarms.unreviewedDays': 'a whole number of days from 1 to 365',
};

/** Thrown with every setting at fault in one line. */
export class EnvironmentError extends Error {}

/** For the files in `environments/`: the compiler knows what may be set. */
export function defineEnvironment(settings: EnvironmentSettings): EnvironmentSettings {
  return settings;
}

/** @throws {EnvironmentError} that names the settings at fault, and never their values */
export function readEnvironment(name: string, settings: unknown): Environment {
  const parsed = environment.safeParse(settings);
  if (parsed.success) return parsed.data;
  const faults = new Set(parsed.error.issues.flatMap(faultsOf));
  throw new EnvironmentError(`environment ${name}: ${[...faults].join('; ')}`);
}

function faultsOf(issue: z.core.$ZodIssue): string[] {
  const place = issue.path.filter((step) => typeof step === 'string').join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `"${place === '' ? key : `${place}.${key}`}" is no setting`);
  }
  if (place === '') return ['it must be an object of settings'];
  // The parts of a range are told of as the range.
  const known = expected[place] === undefined ? place.slice(0, place.lastIndexOf('.')) : place;
  return [`"${known}" must be ${expected[known] ?? 'as in environments/example.ts'}`];
}

/**
 * An instrument that does not govern on the day is deployed only by whoever has written its name once more.
 * @throws {EnvironmentError}
 */
export function checkInForce(name: string, settings: Environment, day: CalendarDate): void {
  const { instrument: id, acknowledgeNotInForce: acknowledged } = settings;
  const instrument = findInstrument(id);
  if (instrument === undefined || instrument.statusOn(day) === 'in-force') return;
  if (acknowledged === id) return;
  const why = instrument.history.findLast(({ from }) => from <= day)?.why ?? 'It begins later';
  throw new EnvironmentError(
    `environment ${name}: the instrument ${id} is ${instrument.statusOn(day)} on ${day} (${why}); ` +
      `whoever deploys it all the same must say so by acknowledgeNotInForce: '${id}'`,
  );
}
