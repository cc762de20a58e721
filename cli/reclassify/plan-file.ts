/** Plans on the operator's disk, each under its id: made by a dry run, read when somebody approves it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Plan, plan, planIdOf } from '../../shared/reclassify/plan.ts';

function fileOf(folder: string, id: string): string {
  return join(folder, `plan-${id}.json`);
}

export async function writePlan(folder: string, made: Plan): Promise<string> {
  const file = fileOf(folder, made.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return file;
}

export type PlanRead = { kind: 'read'; plan: Plan } | { kind: 'refused'; message: string };

export async function readPlan(folder: string, id: string): Promise<PlanRead> {
  const refused = (message: string): PlanRead => ({ kind: 'refused', message });
  const text = await readFile(fileOf(folder, id), 'utf8').catch(() => undefined);
  if (text === undefined) return refused(`no plan ${id} in ${folder}: make one with "own-motion reclassify --dry-run"`);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = undefined;
  }
  const parsed = plan.safeParse(given);
  // The id is the hash of what the plan says: numbers that were edited are another plan.
  if (!parsed.success || parsed.data.id !== id || planIdOf(parsed.data) !== id) {
    return refused(`the plan ${id} in ${folder} is not as a dry run wrote it`);
  }
  return { kind: 'read', plan: parsed.data };
}
