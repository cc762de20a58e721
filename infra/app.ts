/** The CDK app: `npx cdk synth` and `npx cdk deploy` run this file. */
import { App } from 'aws-cdk-lib';
import { SettingsError } from './settings.ts';
import { addStacks } from './stacks/stacks.ts';

try {
  const app = new App();
  addStacks(app);
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
