/** Synthesizes the CDK app with the CDK command line, as `npx cdk synth` does, into a folder of its own. */
import { execFile } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CalendarDate } from '../../events/dates.ts';

export interface Synthesis {
  readonly projectRoot: string;
  readonly outdir: string;
  /** Set for this run, whatever `cdk.json` says. */
  readonly context: { readonly asOf: CalendarDate; readonly issuer: string; readonly offices: string };
  readonly signal: AbortSignal;
}

export async function synthesize({ projectRoot, outdir, context, signal }: Synthesis): Promise<void> {
  const cdk = join(dirname(fileURLToPath(import.meta.resolve('aws-cdk/package.json'))), 'bin', 'cdk');
  const settings = Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`]);
  const args = [cdk, 'synth', '--quiet', '--output', outdir, ...settings];
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
