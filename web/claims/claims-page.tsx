/** What a person has in hand: each claim with the time its lease has left, in words, and the list as a file. */
import { useEffect, useState } from 'preact/hooks';
import type { CaseView, FlagRow } from '../../shared/review/api/answers.ts';
import { saysOf } from '../api/problem.ts';
import { LANE_WORDS } from '../app/lanes.ts';
import { addressOf } from '../app/place.ts';
import type { PagePorts, PageProps } from '../app/ports.ts';
import { custodyMark, hearingMark } from '../queue/words.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { caseHandle } from '../ui/case-handle.ts';
import { leaseLeft } from '../ui/lease.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { Tag } from '../ui/tag.tsx';
import { useAct } from '../ui/use-act.ts';
import { useCall } from '../ui/use-call.ts';
import './claims.css';

const REFRESH_S = 30;
const TICK_S = 5;

export function ClaimsPage({ ports }: PageProps<'claims'>) {
  const { result, body, reload } = useCall('claims', ports.api.myClaims);
  const [now, setNow] = useState(ports.now);
  useEffect(() => ports.every(TICK_S, () => setNow(ports.now())), []);
  useEffect(() => ports.every(REFRESH_S, () => void reload()), []);
  return (
    <div class="claims">
      <PageHeading ports={ports} title="My claims" />
      <p>
        A claim keeps a case for you for {ports.me.leaseMinutes} minutes, so that nobody else works on it at the same
        time. It ends by itself; renewing it gives the same time again.
      </p>
      {result !== undefined && result.kind !== 'ok' && <Refusal result={result} heading="The list could not be read" />}
      {body === undefined && result === undefined && <p role="status">Reading your claims …</p>}
      {body?.flags.length === 0 && (
        <p>
          You have no case in hand. <a href={addressOf({ page: 'queue', search: '' })}>Go to the queue</a>
        </p>
      )}
      {body !== undefined && body.flags.length > 0 && (
        <>
          <ul class="claims-list">
            {body.flags.map((row) => (
              <Claimed key={row.key} row={row} now={now} ports={ports} onChange={() => void reload()} />
            ))}
          </ul>
          <SaveList ports={ports} />
        </>
      )}
    </div>
  );
}

interface ClaimedProps {
  readonly row: FlagRow;
  readonly now: string;
  readonly ports: PagePorts;
  readonly onChange: () => void;
}

function Claimed({ row, now, ports, onChange }: ClaimedProps) {
  const renewing = useAct<object, CaseView>(ports.newKey, () => ports.api.claim(row.key));
  const releasing = useAct<object, CaseView>(ports.newKey, (body) => ports.api.release(row.key, body));
  const handle = caseHandle(row.key);
  // A claim is told from a later one on the same case by when it ends.
  const [released, setReleased] = useState<string>();

  async function renew(): Promise<void> {
    const result = await renewing.run({});
    if (result?.kind !== 'ok') return;
    ports.say(`The claim on case ${handle} is renewed.`);
    onChange();
  }

  async function release(): Promise<void> {
    const result = await releasing.run({});
    if (result?.kind !== 'ok') return;
    setReleased(row.claim?.expiresAt);
    ports.say(`Case ${handle} is free again.`);
    onChange();
  }

  const lease = row.claim === undefined ? undefined : leaseLeft(now, row.claim.expiresAt);
  const hearing = hearingMark(row.hearingOn, ports.me.asOf);
  const custody = custodyMark(row.detained);
  return (
    <li class="claims-item">
      <h2>
        <a href={addressOf({ page: 'case', key: row.key })}>Case {handle}</a>
        {row.restricted && <Tag>Restricted</Tag>}
      </h2>
      <p>
        {row.office}, {LANE_WORDS[row.lane].name.toLowerCase()}.{' '}
        {[custody, hearing].map(({ text, isPressing }) => (
          <span key={text} class="claims-mark">
            <Tag look={isPressing ? 'strong' : 'plain'}>{text}</Tag>
          </span>
        ))}
      </p>
      {lease !== undefined && (
        <p class={lease.isShort ? 'claims-short' : undefined}>
          {released === row.claim?.expiresAt ? 'Released.' : lease.text}
        </p>
      )}
      {row.fellAway && (
        <Alert kind="info" isSlim>
          <p>Its lane has fallen away since: the case says what changed.</p>
        </Alert>
      )}
      <div class="claims-buttons">
        <Button
          size="small"
          isBusy={renewing.isBusy}
          busyText="Renewing"
          label={`Renew the claim on case ${handle}`}
          onPress={() => void renew()}
        >
          Renew
        </Button>
        <Button
          size="small"
          isBusy={releasing.isBusy}
          busyText="Releasing"
          label={`Release case ${handle}`}
          onPress={() => void release()}
        >
          Release
        </Button>
      </div>
      <Refusal result={renewing.refusal ?? releasing.refusal} />
    </li>
  );
}

/** The same list as a file, without anything that identifies a case. */
function SaveList({ ports }: { readonly ports: PagePorts }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    const result = await ports.api.myClaimsCsv();
    setBusy(false);
    setError(result.kind === 'ok' ? undefined : saysOf(result));
    if (result.kind === 'ok') ports.save('my-claims.csv', new Blob([result.body], { type: 'text/csv;charset=utf-8' }));
  }
  return (
    <div class="claims-save">
      <Button isBusy={isBusy} busyText="Preparing the file" onPress={() => void save()}>
        Save the list as CSV
      </Button>
      <p class="usa-hint">
        It holds offices, lanes, hearings and times, and nothing that says whose cases they are. Restricted cases are
        left out.
      </p>
      {error !== undefined && (
        <Alert kind="error" isAnswer>
          <p>{error}</p>
        </Alert>
      )}
    </div>
  );
}
