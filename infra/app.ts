/** The CDK app: `npx cdk synth` and `npx cdk deploy` run this file. */
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { buildPage } from '../web/build.ts';
import { addControls } from './controls.ts';
import { checkInForce, EnvironmentError } from './environment.ts';
import { loadEnvironment } from './load-environment.ts';
import { atLocalIssuer } from './local/local-issuer.ts';
import { addStacks } from './stacks/stacks.ts';

try {
  const app = new App();
  const name: unknown = app.node.tryGetContext('environment');
  const environment = atLocalIssuer(await loadEnvironment(name), app.node.tryGetContext('localIssuer'));
  checkInForce(String(name), environment, new Date().toISOString().slice(0, 10));
  const pageFolder = join(app.outdir, 'page');
  await buildPage({ outdir: pageFolder });
  addStacks(app, { environment, pageFolder });
  addControls(app);
  app.synth();
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
