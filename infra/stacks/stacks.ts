/** Adds every stack of Own Motion to an app, so that the command line and the tests synthesize the very same. */
import type { App } from 'aws-cdk-lib';
import type { Settings } from '../settings.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { ReviewStack } from './review-stack.ts';

export interface StacksProps {
  readonly settings: Settings;
  /** Folder of the built page. */
  readonly pageFolder: string;
}

export interface Stacks {
  readonly pipeline: PipelineStack;
  readonly review: ReviewStack;
}

export function addStacks(app: App, { settings, pageFolder }: StacksProps): Stacks {
  const { region, instrument, shadowInstrument, asOf, queueShards } = settings;
  const common = { env: { region }, terminationProtection: true };
  const pipeline = new PipelineStack(app, 'OwnMotionPipeline', {
    ...common,
    description:
      'Own Motion: docket updates in, classified cases out. It raises flags for attorneys and decides nothing.',
    instrument,
    shadowInstrument,
    asOf,
    queueShards,
  });
  const review = new ReviewStack(app, 'OwnMotionReview', {
    ...common,
    description: "Own Motion: the reviewing attorneys' page and its API. People decide; nothing here files or sends.",
    pipeline,
    settings,
    pageFolder,
  });
  return { pipeline, review };
}
