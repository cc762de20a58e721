/** `own-motion show`: what the table knows of one case, the explanation rebuilt from its facts. */
import { decodeDocketUpdate } from '../events/decode.ts';
import { standingFacts } from '../shared/docket/standing.ts';
import { classify } from '../shared/policy/classify.ts';
import { findInstrument } from '../shared/policy/instruments.ts';
import type { CaseLedger } from '../shared/store/store.ts';
import { caseText } from './case-text.ts';
import type { Outcome, Output } from './io.ts';
import type { ShownCase, ShownUpdate } from './shown-case.ts';

export interface ShowRequest {
  caseId: string;
  caseKey: string;
  ledger: Pick<CaseLedger, 'readHead' | 'listEntries'>;
  asJson: boolean;
  out: Output;
  err: Output;
}

async function updatesIn(ledger: ShowRequest['ledger'], caseKey: string): Promise<ShownUpdate[]> {
  const updates: ShownUpdate[] = [];
  for await (const { body, receivedAt } of ledger.listEntries(caseKey)) {
    const decoded = decodeDocketUpdate(body);
    if (decoded.kind === 'accepted') updates.push({ update: decoded.update, receivedAt });
  }
  return updates.sort((one, other) => one.update.data.sequence - other.update.data.sequence);
}

function asJson({ version, flag, isCurrent, standing, classification, updates }: ShownCase): unknown {
  return {
    classification,
    isCurrent,
    version,
    flag,
    facts: standing.facts,
    prohibitedAsserted: standing.prohibitedAsserted,
    updates: updates.map(({ update: { source, id, time, data }, receivedAt }) => {
      const { sequence, entry, provenance, facts } = data;
      return { sequence, source, id, time, receivedAt, provenance, entry, asserts: Object.keys(facts) };
    }),
  };
}

export async function showCase({ caseId, caseKey, ledger, asJson: isJson, out, err }: ShowRequest): Promise<Outcome> {
  const head = await ledger.readHead(caseKey);
  if (head === undefined) {
    await err.write('own-motion: the table has no case of this id\n');
    return { kind: 'incomplete' };
  }
  const instrument = findInstrument(head.policyId);
  if (instrument === undefined) {
    return {
      kind: 'refused',
      message: `the case was classified by ${head.policyId}, which this version does not know`,
    };
  }
  const standing = standingFacts(head.record);
  const classification = classify(instrument, caseId, standing, head.classification.asOf);
  const shown: ShownCase = {
    version: head.version,
    flag: head.flag,
    instrument,
    isCurrent: classification.digest === head.classification.digest,
    standing,
    classification,
    updates: await updatesIn(ledger, caseKey),
  };
  await out.write(
    isJson ? `${JSON.stringify(asJson(shown), null, 2)}\n` : `${caseText(shown, out.columns).join('\n')}\n`,
  );
  return { kind: 'done' };
}
