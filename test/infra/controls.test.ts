/** The published controls that every synthesis is held to: nothing is found that nobody has answered for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledge } from '../../infra/constructs/acknowledge.ts';
import { addControls } from '../../infra/controls.ts';
import { COMMERCIAL, flags, GOVERNMENT, removeSynthesized, synthesizeUnderControls } from './synthesized.ts';

/** Every rule of four collections on four templates, on a machine that may be busy. */
const PATIENCE_MS = 300_000;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-motion-controls-'));
});
afterAll(() => {
  removeSynthesized();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  { name: 'reviewers in a user pool, in a commercial region', changes: COMMERCIAL },
  { name: 'an issuer of the agency, in GovCloud', changes: GOVERNMENT },
])('$name: every finding is answered for', { timeout: PATIENCE_MS }, ({ changes }) => {
  expect(() => synthesizeUnderControls(changes)).not.toThrow();
});

test('a finding that nobody has answered for fails the synthesis, and an answer counts for its own rule only', {
  timeout: PATIENCE_MS,
}, () => {
  const app = new App({ outdir: folder, context: flags() });
  const bucket = new Bucket(new Stack(app, 'Careless'), 'Bucket');
  acknowledge(bucket, 'Nobody reads what is written here.', 'AwsSolutions::AwsSolutions-S1');
  addControls(app);
  let found = '';
  try {
    app.synth();
  } catch (error) {
    found = String(error);
  }
  expect(found).toContain("Acknowledge with 'AwsSolutions::AwsSolutions-S10'");
  expect(found).toContain("Acknowledge with 'cdk-validator-cfnguard::s3_lifecycle_policy_check'");
  expect(found).not.toContain("'AwsSolutions::AwsSolutions-S1'");
});
