/** Answers for one wildcard by the very text that is found, so that a second cannot hide behind it. */
import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod';
import type { Finding } from './acknowledge.ts';

const imported = z.object({ 'Fn::ImportValue': z.string() });

/**
 * @param arn of a construct that another stack uses: there it stands as the name under which it is exported
 * @param rest what follows it, with the wildcard
 */
export function wildcardBehind(owner: IConstruct, arn: string, rest: `/${string}*`): Finding {
  const stack = Stack.of(owner);
  const { 'Fn::ImportValue': name } = imported.parse(stack.resolve(stack.exportValue(arn)));
  return `AwsSolutions::AwsSolutions-IAM5[Resource::${name}${rest}]`;
}
