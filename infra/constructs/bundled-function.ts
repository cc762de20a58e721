/**
 * A Lambda function bundled from its folder under `functions/`, with a log group and a role of its own. Whoever calls it goes by
 * `live`, which moves to a new version step by step.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  type Alias,
  Architecture,
  type IFunction,
  type Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Charset, type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { Release } from './release.ts';
import type { Sentence } from './sentence.ts';
import { callable } from './with-role.ts';

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

/** Each says why what it has called and lost is not lost: see `noDeadLetters`. */
export type Caller = 'queue' | 'stream' | 'http-api' | 'user-pool' | 'schedule';

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
  readonly calledBy: Caller;
  /** Whether it writes no lines of its own to its log: what goes wrong in it, it throws. */
  readonly isSilent?: boolean;
  /** Folder that is packed beside the handler under that name. */
  readonly packed?: { readonly folder: string; readonly as: string };
}

export class BundledFunction extends Construct {
  /** Folder under `functions/`, by which its metrics know it. */
  readonly folder: string;
  readonly calledBy: Caller;
  readonly isSilent: boolean;
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;
  /** What to call: for all that has traffic to judge a release by, an alias that moves in steps. */
  readonly live: IFunction;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const { folder, calledBy, isSilent = false } = props;
    this.folder = folder;
    this.calledBy = calledBy;
    this.isSilent = isSilent;
    const logGroup = new LogGroup(this, 'Logs', { encryptionKey: props.logs.key, retention: props.logs.days });
    this.logGroup = logGroup;
    this.function = this.addFunction(props, this.addRole(folder));
    this.answerForFindings(calledBy);
    const hasTraffic = calledBy !== 'schedule' && calledBy !== 'user-pool';
    this.live = hasTraffic ? callable(this.addRelease()) : this.function;
  }

  private addRole(folder: string): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Role of the function ${folder} and of nothing else.`,
    });
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logGroup.logGroupArn],
      }),
    );
    acknowledge(
      role,
      'What a function may do lives and dies with the one role it is for, and nobody else can be given it.',
      'NIST.800.53.R5::NIST.800.53.R5-IAMNoInlinePolicy',
    );
    return role;
  }

  private addFunction(props: BundledFunctionProps, role: Role): LambdaFunction {
    return new NodejsFunction(this, 'Function', {
      description: props.description,
      entry: `${projectRoot}functions/${props.folder}/handler.ts`,
      handler: 'handler',
      runtime: Runtime.NODEJS_24_X,
      // A fifth cheaper a millisecond than x86, in GovCloud too; the bundle holds no native code.
      architecture: Architecture.ARM_64,
      role,
      logGroup: this.logGroup,
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

  private addRelease(): Alias {
    const lines = this.isSilent ? undefined : { logGroup: this.logGroup, folder: this.folder };
    return new Release(this, 'Release', { released: this.function, lines }).alias;
  }

  private answerForFindings(calledBy: Caller): void {
    acknowledge(
      this,
      'It calls AWS alone, by TLS and its own role; an agency that wants its traffic in a network of its own adds one.',
      'NIST.800.53.R5::NIST.800.53.R5-LambdaInsideVPC',
      'cdk-validator-cfnguard::lambda_inside_vpc_check',
    );
    acknowledge(
      this,
      'Callers are bounded at their source; concurrency reserved below that would send good messages to the dead letters.',
      'NIST.800.53.R5::NIST.800.53.R5-LambdaConcurrency',
    );
    acknowledge(
      this,
      'Logs tell each request by its id; a trace would carry names of tables and timings to a store of its own.',
      'Serverless::Serverless-LambdaTracing',
    );
    acknowledge(
      this,
      noDeadLetters[calledBy],
      'Serverless::Serverless-LambdaDLQ',
      'NIST.800.53.R5::NIST.800.53.R5-LambdaDLQ',
    );
  }
}

const noDeadLetters: Readonly<Record<Caller, Sentence>> = {
  queue: 'A batch that fails goes back to its queue, which has dead letters and an alarm on the first.',
  stream: 'What the stream gives up goes to the queue of failures of its mapping, with an alarm on the first.',
  'http-api': 'It is called and answered at once: whoever asked is told, and asks again.',
  'user-pool': 'It is called and answered at once: whoever signs in is told, and tries again.',
  schedule:
    'Its event says nothing that could be lost: a call that is missed or fails sounds an alarm, and the next does its work.',
};

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
