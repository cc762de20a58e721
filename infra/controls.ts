/**
 * Holds every template to published controls at synth: the packs AwsSolutions, Serverless and NIST 800-53 revision 5 of cdk-nag, and
 * AWS Control Tower's proactive controls in CloudFormation Guard. A finding that nobody has answered for fails the synthesis.
 */
import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';

export function addControls(app: App): void {
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app),
    new ServerlessChecks(app),
    new NIST80053R5Checks(app),
    new CfnGuardValidator(),
  );
}
