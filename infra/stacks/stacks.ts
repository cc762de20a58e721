/** Adds every stack of Own Motion to an app, so that the command line and the tests synthesize the very same. */
import type { App } from 'aws-cdk-lib';
import { readSettings } from '../settings.ts';
import { PipelineStack } from './pipeline-stack.ts';

export function addStacks(app: App): { pipeline: PipelineStack } {
  const { region, ...settings } = readSettings((name) => app.node.tryGetContext(name));
  const pipeline = new PipelineStack(app, 'OwnMotionPipeline', {
    env: { region },
    description:
      'Own Motion: docket updates in, classified cases out. It raises flags for attorneys and decides nothing.',
    terminationProtection: true,
    ...settings,
  });
  return { pipeline };
}
