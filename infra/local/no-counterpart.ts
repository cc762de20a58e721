/** What of a template has no counterpart on one machine, and the functions, mappings and schedules that are nothing without it. */
import * as z from 'zod';
import type { Resource, SynthesizedStack } from './assembly.ts';

/** Kinds of resources that a function works on and that nobody can run here. */
const absentTypes = new Set(['AWS::Events::EventBus', 'AWS::S3::Bucket']);

const reference = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => ({ logicalId: Ref })),
  z
    .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
    .transform(({ 'Fn::GetAtt': [logicalId] }) => ({ logicalId })),
  z.object({ 'Fn::ImportValue': z.string() }).transform(({ 'Fn::ImportValue': exported }) => ({ exported })),
]);

/** Whether a function's environment names what is not there. */
export function worksOnAbsent(
  { properties }: Resource,
  stack: SynthesizedStack,
  all: readonly SynthesizedStack[],
): boolean {
  return mentions(properties.Environment, stack, all, ({ type }) => absentTypes.has(type));
}

/** Whether a rule calls, or a mapping feeds, one of these functions. */
export function isFor(
  { properties }: Resource,
  stack: SynthesizedStack,
  all: readonly SynthesizedStack[],
  functions: ReadonlySet<Resource>,
): boolean {
  return mentions([properties.Targets, properties.FunctionName], stack, all, (named) => functions.has(named));
}

function mentions(
  value: unknown,
  stack: SynthesizedStack,
  all: readonly SynthesizedStack[],
  isOne: (named: Resource) => boolean,
): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const refers = reference.safeParse(value).data;
  if (refers === undefined) return Object.values(value).some((part) => mentions(part, stack, all, isOne));
  if ('exported' in refers) {
    const exporter = all.find(({ exports }) => refers.exported in exports);
    return exporter !== undefined && mentions(exporter.exports[refers.exported], exporter, all, isOne);
  }
  const named = stack.resources.get(refers.logicalId);
  if (named === undefined) return false;
  // An alias is its function.
  return (
    isOne(named) || (named.type === 'AWS::Lambda::Alias' && mentions(named.properties.FunctionName, stack, all, isOne))
  );
}
