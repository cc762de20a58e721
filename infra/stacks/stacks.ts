/** Adds every stack of Own Motion to an app, so that the command line and the tests synthesize the very same. */
import { type App, PermissionsBoundary } from 'aws-cdk-lib';
import type { Environment } from '../environment.ts';
import { DataStack } from './data-stack.ts';
import { OperationsStack } from './operations-stack.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { ReviewStack } from './review-stack.ts';

export interface StacksProps {
  readonly environment: Environment;
  /** Folder of the built page. */
  readonly pageFolder: string;
}

export function addStacks(app: App, { environment, pageFolder }: StacksProps): OperationsStack {
  const { account, region, permissionsBoundary } = environment;
  const common = {
    env: { region, ...(account !== undefined && { account }) },
    terminationProtection: true,
    ...(permissionsBoundary !== undefined && {
      permissionsBoundary: PermissionsBoundary.fromName(permissionsBoundary),
    }),
  };
  const data = new DataStack(app, 'OwnMotionData', {
    ...common,
    description: 'Own Motion: what is kept of cases. Every resource stays when the stack is deleted.',
    environment,
  });
  const pipeline = new PipelineStack(app, 'OwnMotionPipeline', {
    ...common,
    description:
      'Own Motion: docket updates in, classified cases out. It raises flags for attorneys and decides nothing.',
    data,
    environment,
  });
  const review = new ReviewStack(app, 'OwnMotionReview', {
    ...common,
    description: "Own Motion: the reviewing attorneys' page and its API. People decide; nothing here files or sends.",
    data,
    pipeline,
    environment,
    pageFolder,
  });
  return new OperationsStack(app, 'OwnMotionOperations', {
    ...common,
    description: 'Own Motion: alarms, whom they tell, and dashboards. It can be deleted and deployed anew at any time.',
    data,
    pipeline,
    review,
    environment,
  });
}
