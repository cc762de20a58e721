/** Answers for a finding of the controls where it arises. An answer without a reason does not compile. */
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Sentence } from './sentence.ts';

/** The plugin's name, two colons, the rule's: as a synthesis prints them. */
export type Finding = `${'AwsSolutions' | 'Serverless' | 'NIST.800.53.R5' | 'cdk-validator-cfnguard'}::${string}`;

/** Holds for the construct and all that is in it. */
export function acknowledge(construct: IConstruct, reason: Sentence, ...findings: Finding[]): void {
  Validations.of(construct).acknowledge(...findings.map((id) => ({ id, reason })));
}
