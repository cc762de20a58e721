/**
 * An office's own instrument, from a module outside this program that exports it as `instrument`. The module is code that
 * the user names and runs with the user's rights; it is checked here before a case is decided by it.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { calendarDate } from '../events/dates.ts';
import { faultsOf } from '../shared/policy/check-instrument.ts';
import type { Instrument } from '../shared/policy/instruments.ts';

export type PolicyModuleRead = { kind: 'read'; instrument: Instrument } | { kind: 'refused'; message: string };

const text = z.string().min(1);
const callable = z.custom<() => unknown>((value) => typeof value === 'function', 'a function is expected');
const rule = z.looseObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  title: text,
  text,
  cite: text,
  confidence: z.enum(['two-sources', 'one-source', 'unverified']),
  node: z.looseObject({ value: callable, residual: callable }),
});

/** As `makeInstrument` gives it. */
const instrumentShape = z.looseObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/),
  title: text,
  issuedBy: text,
  issuedOn: calendarDate,
  history: z.array(
    z.looseObject({
      from: calendarDate,
      status: z.enum(['not-yet', 'in-force', 'suspended', 'superseded']),
      why: z.string(),
    }),
  ),
  priorities: z.array(rule),
  grounds: z.array(rule),
  parameters: z.record(z.string(), z.looseObject({ name: text, value: z.union([z.number(), calendarDate]) })),
  questions: z.array(z.looseObject({ id: text })),
  revision: z.int(),
  lane: callable,
  suggest: callable,
  statusOn: callable,
  adjusted: callable,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

function isInstrument(value: unknown): value is Instrument {
  return instrumentShape.safeParse(value).success;
}

/** Why the export is no instrument: the first place at fault. */
function shapeFault(value: unknown): string {
  const [issue] = instrumentShape.safeParse(value).error?.issues ?? [];
  const place = ['instrument', ...(issue?.path ?? [])].map(String).join('.');
  return `it must export \`instrument\` as makeInstrument gives it; at ${place}: ${issue?.message ?? 'not usable'}`;
}

/** @param path to the module, from the working directory */
export async function readPolicyModule(path: string): Promise<PolicyModuleRead> {
  const refused = (why: string): PolicyModuleRead => ({ kind: 'refused', message: `policy module ${path}: ${why}` });
  let exported: unknown;
  try {
    exported = await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('\n', 1) : [];
    const why = error instanceof Error ? `${error.name}: ${message}` : 'unknown failure';
    return refused(`it could not be loaded: ${why}`);
  }
  const found = z.looseObject({ instrument: z.unknown() }).safeParse(exported).data?.instrument;
  if (!isInstrument(found)) return refused(shapeFault(found));
  const [fault] = faultsOf(found);
  return fault === undefined ? { kind: 'read', instrument: found } : refused(fault);
}
