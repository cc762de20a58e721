/** Synthesizes the CDK app with the CDK command line, as `npx cdk synth` does, into a folder of its own. */
import { execFile } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Synthesis {
  readonly projectRoot: string;
  readonly outdir: string;
  /** Address that the local run's issuer will listen at. */
  readonly issuer: string;
  readonly signal: AbortSignal;
}

export async function synthesize({ projectRoot, outdir, issuer, signal }: Synthesis): Promise<void> {
  const cdk = join(dirname(fileURLToPath(import.meta.resolve('aws-cdk/package.json'))), 'bin', 'cdk');
  const context = ['environment=local', `localIssuer=${issuer}`].flatMap((setting) => ['--context', setting]);
  const args = [cdk, 'synth', '--quiet', '--output', outdir, ...context];
  // `cdk.json` runs a bare `node`, which must be this one and not an older one of the host.
  const path = [dirname(process.execPath), join(projectRoot, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, CDK_DISABLE_VERSION_CHECK: '1' };
  try {
    await promisify(execFile)(process.execPath, args, { cwd: projectRoot, env, signal });
  } catch (error) {
    const printed = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(`the CDK app could not be synthesized${printed === '' ? '' : `:\n${printed}`}`, { cause: error });
  }
}
