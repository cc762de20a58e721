/** What `npm start` and the tests run: the sample's day and offices, and an issuer on this machine. Never deployed. */
import { readSample } from '../../cli/sample/read-sample.ts';
import { defineEnvironment } from '../environment.ts';

const { asOf, offices } = await readSample();

export default defineEnvironment({
  region: 'us-east-1',
  instrument: 'opla-2021-05-27',
  acknowledgeNotInForce: 'opla-2021-05-27',
  asOf,
  offices: [...offices],
  queueShards: 4,
  leaseMinutes: 30,
  // The local run puts the port it has found in its place.
  signIn: { kind: 'issuer', issuer: 'http://127.0.0.1:8022', clientId: 'own-motion' },
  fipsEndpoints: false,
  logDays: 365,
  archiveYears: 1,
  alarms: {
    addresses: [],
    silentFeedHours: 3,
    workingHours: { from: 8, until: 18, timeZone: 'America/New_York' },
    undeterminedShare: 0.9,
    quarantinedShare: 0.05,
    flagsPerThousand: { from: 50, to: 950 },
    unreviewedDays: 30,
  },
});
