/** The CDK app: `npx cdk synth` and `npx cdk deploy` run this file. */
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { buildPage } from '../web/build.ts';
import { readSettings, SettingsError } from './settings.ts';
import { addStacks } from './stacks/stacks.ts';

try {
  const app = new App();
  const settings = readSettings((name) => app.node.tryGetContext(name));
  const pageFolder = join(app.outdir, 'page');
  await buildPage({ outdir: pageFolder });
  addStacks(app, { settings, pageFolder });
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
