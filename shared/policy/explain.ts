/** The explanation of a rule on one case: every node of its tree with its value and the facts it reads. */
import type { Truth } from './classification.ts';
import { type CompiledNode, entriesIn } from './compile.ts';
import { BACKGROUND_CHECK, type Entry, fullPath, type Given, NO, readerAt, toTruth, type Value, YES } from './leaf.ts';
import type { EntriesName, Proposition } from './proposition.ts';

export interface ExplainedNode {
  proposition: Proposition;
  holds: Truth;
  /** Paths of the facts this node itself reads, recorded or not; empty above the leaves. */
  reads: string[];
  /** Id of the entry of a map, below a quantifier. */
  entry?: string;
  parts: ExplainedNode[];
}

function pathsRead(proposition: Proposition, mapName: EntriesName | undefined, entry: Entry | undefined): string[] {
  switch (proposition.op) {
    case 'is':
    case 'before':
    case 'years-complete':
    case 'years-exceeded':
    case 'fresh':
    case 'charged-under':
      return [fullPath(proposition.scope, proposition.path, mapName, entry)];
    case 'recorded':
    case 'ask':
      return proposition.paths.map((path) => fullPath(proposition.scope, path, mapName, entry));
    case 'took-part-at-age':
      return [proposition.birth, proposition.from, proposition.to];
    case 'ask-unless':
      return [proposition.path];
    case 'question':
      return [`readings.${proposition.id}`];
    case 'unseen':
      return [BACKGROUND_CHECK];
    default:
      return [];
  }
}

/** The node on one case, whole: nothing is left out because it did not decide. */
export function explainNode(node: CompiledNode, given: Given, mapName?: EntriesName, entry?: Entry): ExplainedNode {
  const { proposition } = node;
  const inner = node.parts[0];
  const parts =
    proposition.op === 'some' && inner !== undefined
      ? entriesIn(given.facts, proposition.in).map((found) => ({
          ...explainNode(inner, given, proposition.in, found),
          entry: found.id,
        }))
      : node.parts.map((part) => explainNode(part, given, mapName, entry));
  return {
    proposition,
    holds: toTruth(node.value(given, entry)),
    reads: pathsRead(proposition, mapName, entry),
    parts,
  };
}

/** The parts that account for a node's value: one true disjunct, one false conjunct, the branch that was taken. */
function accountable(node: CompiledNode, given: Given, entry: Entry | undefined): readonly CompiledNode[] {
  switch (node.proposition.op) {
    case 'all':
      return firstThat(node, NO, given, entry) ?? node.parts;
    case 'any':
      return firstThat(node, YES, given, entry) ?? node.parts;
    case 'when': {
      const [condition, met, unmet] = node.parts;
      const isMet = condition?.value(given, entry);
      // While the condition is unknown, a value is known only because both branches agree on it.
      const branches = isMet === YES ? [met] : isMet === NO ? [unmet] : [met, unmet];
      return [condition, ...branches].filter((part) => part !== undefined);
    }
    default:
      return node.parts;
  }
}

/** The first part with a value that settles the whole; undefined when none has it. */
function firstThat(
  { parts }: CompiledNode,
  settling: Value,
  given: Given,
  entry: Entry | undefined,
): readonly CompiledNode[] | undefined {
  const found = parts.find((part) => part.value(given, entry) === settling);
  return found && [found];
}

/** Paths of the recorded facts that a known value rests on, in the order of the rule, each once. */
export function evidenceFor(node: CompiledNode, given: Given): string[] {
  const paths = new Set<string>();
  gatherEvidence(node, given, undefined, undefined, paths);
  return [...paths];
}

function gatherEvidence(
  node: CompiledNode,
  given: Given,
  mapName: EntriesName | undefined,
  entry: Entry | undefined,
  paths: Set<string>,
): void {
  const { proposition } = node;
  const [inner] = node.parts;
  if (proposition.op === 'some' && inner !== undefined) {
    const value = node.value(given, entry);
    for (const found of entriesIn(given.facts, proposition.in)) {
      if (inner.value(given, found) === value) gatherEvidence(inner, given, proposition.in, found, paths);
    }
    return;
  }
  const recorded = pathsRead(proposition, mapName, entry).filter((path) => isRecorded(path, given, mapName, entry));
  for (const path of recorded) paths.add(path);
  // Where a valid check turns silence into no, the answer rests on the check.
  const isSilent = recorded.length === 0 && 'silence' in proposition && proposition.silence === 'background-check';
  if (isSilent && given.isChecked) paths.add(BACKGROUND_CHECK);
  for (const part of accountable(node, given, entry)) gatherEvidence(part, given, mapName, entry, paths);
}

function isRecorded(path: string, given: Given, mapName: EntriesName | undefined, entry: Entry | undefined): boolean {
  const prefix = entry === undefined ? undefined : `${mapName}.${entry.id}.`;
  if (prefix !== undefined && path.startsWith(prefix))
    return readerFor(path.slice(prefix.length))(entry?.value) !== undefined;
  return readerFor(path)(given.facts) !== undefined;
}

/** Readers of the paths that rules name, of which there is a fixed number. */
const readers = new Map<string, (from: unknown) => unknown>();

function readerFor(path: string): (from: unknown) => unknown {
  const known = readers.get(path);
  if (known !== undefined) return known;
  const reader = readerAt(path);
  readers.set(path, reader);
  return reader;
}
