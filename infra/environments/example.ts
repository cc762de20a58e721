/**
 * An environment to copy: every setting with what it is for. It synthesizes as it stands; `cdk deploy` refuses it, because nobody
 * has credentials of its account.
 */
import { defineEnvironment } from '../environment.ts';

export default defineEnvironment({
  // The account to deploy to. With it, credentials of another account deploy nothing. Leave it out to take whichever comes.
  account: '111122223333',
  // The region of every stack. GovCloud: us-gov-west-1 or us-gov-east-1.
  region: 'us-east-1',

  // The enforcement instrument that cases are classified against. `npx own-motion policies` lists them.
  instrument: 'opla-2021-05-27',
  // Needed where the instrument is not in force on the day of synth: its name once more, written by whoever answers for it.
  acknowledgeNotInForce: 'opla-2021-05-27',
  // Optional: another instrument to try on live traffic. Its answers are counted and change nothing.
  // shadowInstrument: 'opla-2022-04-03',
  // Optional: classify as of this day instead of today. For samples and what-ifs, never for a live docket.
  // asOf: '2021-06-15',

  // OPLA field locations whose queues this deployment has, in the order in which the page lists them.
  offices: ['ATL', 'NYC', 'SFR'],
  // Partitions of each office's review queue. It may grow and must never shrink. 4 serve some 4,000 writes a second.
  queueShards: 4,
  // How long a reviewer's claim of a flag lasts when it is not renewed.
  leaseMinutes: 30,
  // Optional: the banner on every screen and sheet of paper, instead of the function's own.
  // handlingBanner: 'CONTROLLED UNCLASSIFIED INFORMATION - LAW ENFORCEMENT SENSITIVE',

  // Where reviewers sign in. 'user-pool' deploys a Cognito user pool, with a second factor, whose sign-in page has this name
  // in front of its address; the name must be free in the region.
  signIn: { kind: 'user-pool', domainPrefix: 'own-motion-example' },
  // Or any OpenID Connect issuer that signs with RSA and knows the page's address as a place to come back to:
  // signIn: {
  //   kind: 'issuer',
  //   issuer: 'https://sign-in.agency.example',
  //   clientId: 'own-motion',                       // the page's: code flow with PKCE, no secret
  //   audience: 'own-motion-api',                   // whom tokens are made out to, where it is not the client
  //   scope: 'openid profile',
  //   origins: ['https://tokens.agency.example'],   // where the issuer's token endpoint is elsewhere
  //   roleClaim: 'own_motion_role',                 // reviewer, supervisor or auditor
  //   officesClaim: 'own_motion_offices',           // office codes with blanks between them, or *
  //   protectedClaim: 'own_motion_protected',       // true for who may open protected cases
  // },

  // Calls AWS by endpoints with validated cryptography (FIPS 140). The regions of the United States have them.
  fipsEndpoints: true,
  // Optional: name of the managed policy that bounds every role, where the account demands one.
  // permissionsBoundary: 'agency-workload-boundary',

  // How long logs are kept. They carry ids, codes and counts, and of a case no more than its keyed hash.
  logDays: 365,
  // How long nobody can delete what the archive holds, the account's owner included. It can be made longer later, never shorter.
  archiveYears: 7,
  // Parts in which the hourly seal and the weekly sweep go through the table. A function has 15 minutes for each; a million
  // cases want four.
  segments: 4,

  alarms: {
    // Who is told, by e-mail; each address must confirm once. An empty list tells nobody.
    addresses: ['own-motion-operators@agency.example'],
    // Sounds when no update is accepted for so many hours on end, within these hours from Monday to Friday, federal holidays
    // aside.
    silentFeedHours: 3,
    workingHours: { from: 8, until: 18, timeZone: 'America/New_York' },
    // Sounds when more than this share of the cases classified in an hour has an unknown priority.
    undeterminedShare: 0.9,
    // Sounds when more than this share of the messages of an hour is refused.
    quarantinedShare: 0.05,
    // Sounds when of a thousand cases classified in a day fewer or more than these are flagged.
    flagsPerThousand: { from: 50, to: 950 },
    // Sounds when a flag has waited longer than this for a person.
    unreviewedDays: 30,
  },
});
