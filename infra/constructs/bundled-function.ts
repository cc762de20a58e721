/** A Lambda function bundled from its folder under `functions/`, with a log group and a role of its own. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, type Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Charset, type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Dependencies that are CommonJS call `require`, which a module does not have. The name is long because the minifier
 * hands out short ones without looking at a banner.
 */
const requireBanner =
  "import { createRequire as __bannerCreateRequire } from 'node:module';" +
  'const require = __bannerCreateRequire(import.meta.url);';

export interface FunctionLogs {
  readonly key: IKey;
  readonly days: RetentionDays;
}

export interface BundledFunctionProps {
  /** Folder under `functions/` whose `handler.ts` exports `handler`. */
  readonly folder: string;
  readonly description: string;
  readonly environment: Record<string, string>;
  readonly logs: FunctionLogs;
  /** Whether AWS is called by endpoints with validated cryptography. */
  readonly fipsEndpoints: boolean;
  readonly timeout: Duration;
  readonly memoryMb: number;
  /** Folder that is packed beside the handler under that name. */
  readonly packed?: { readonly folder: string; readonly as: string };
}

export class BundledFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', { encryptionKey: props.logs.key, retention: props.logs.days });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Role of the function ${props.folder} and of nothing else.`,
    });
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    this.function = new NodejsFunction(this, 'Function', {
      description: props.description,
      entry: `${projectRoot}functions/${props.folder}/handler.ts`,
      handler: 'handler',
      runtime: Runtime.NODEJS_24_X,
      // A fifth cheaper a millisecond than x86, in GovCloud too; the bundle holds no native code.
      architecture: Architecture.ARM_64,
      role,
      logGroup,
      timeout: props.timeout,
      memorySize: props.memoryMb,
      environment: { ...props.environment, ...(props.fipsEndpoints && { AWS_USE_FIPS_ENDPOINT: 'true' }) },
      // No reserved concurrency: set below the mapping's, it would send good messages to the dead letters.
      tracing: Tracing.DISABLED,
      awsSdkConnectionReuse: false,
      projectRoot,
      depsLockFilePath: `${projectRoot}package-lock.json`,
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        // The AWS SDK's modules shake; its CommonJS, which comes first otherwise, is a quarter larger.
        mainFields: ['module', 'main'],
        charset: Charset.UTF8,
        banner: requireBanner,
        bundleAwsSDK: true,
        esbuildArgs: { '--alias:@aws-sdk/credential-provider-node': './functions/lambda-credentials.ts' },
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        ...(props.packed !== undefined && { commandHooks: copyBeside(props.packed) }),
      },
    });
  }
}

function copyBeside({ folder, as }: NonNullable<BundledFunctionProps['packed']>): ICommandHooks {
  const copy = (outputDir: string) => `cp -R ${quoted(folder)} ${quoted(join(outputDir, as))}`;
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_inputDir, outputDir) => [copy(outputDir)],
  };
}

/** As one word of a shell's command. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
