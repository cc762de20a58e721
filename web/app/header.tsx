/** The header: where one can go, the look-up, and who is signed in. */
import type { Me } from '../../shared/review/api/answers.ts';
import { Button } from '../ui/button.tsx';
import { LookUp } from './look-up.tsx';
import { addressOf, type Place } from './place.ts';
import type { PagePorts } from './ports.ts';

interface Way {
  readonly text: string;
  readonly address: string;
  readonly isHere: boolean;
}

/** The office of the place, where it has one that this person works for; else their first. */
function officeOf(place: Place, offices: readonly string[]): string | undefined {
  const named =
    place.page === 'queue' ? new URLSearchParams(place.search).get('office') : 'office' in place ? place.office : null;
  return named !== null && offices.includes(named) ? named : offices[0];
}

function waysOf({ role, offices, policy }: Me, place: Place): Way[] {
  const office = officeOf(place, offices);
  const here = place.page;
  const ways: Way[] = [{ text: 'Queue', address: addressOf({ page: 'queue', search: '' }), isHere: here === 'queue' }];
  // Auditors claim nothing.
  if (role !== 'auditor') {
    ways.push({ text: 'My claims', address: addressOf({ page: 'claims' }), isHere: here === 'claims' });
  }
  if (role !== 'reviewer' && office !== undefined) {
    ways.push({ text: 'Summary', address: addressOf({ page: 'summary', office }), isHere: here === 'summary' });
    ways.push({ text: 'Samples', address: addressOf({ page: 'samples', office }), isHere: here === 'samples' });
  }
  ways.push({ text: 'Instrument', address: addressOf({ page: 'policy', id: policy.id }), isHere: here === 'policy' });
  return ways;
}

const ROLE_WORDS: Readonly<Record<Me['role'], string>> = {
  reviewer: 'Reviewer',
  supervisor: 'Supervisor',
  auditor: 'Auditor',
};

interface HeaderProps {
  readonly ports: PagePorts;
  readonly place: Place;
  readonly onSignOut: () => void;
}

export function Header({ ports, place, onSignOut }: HeaderProps) {
  const { me } = ports;
  return (
    <header class="header">
      <div class="header-row">
        <a class="header-name" href={addressOf({ page: 'queue', search: '' })}>
          Own Motion
        </a>
        <LookUp ports={ports} />
        <div class="header-person">
          <p>
            <strong>{me.name}</strong>
            <br />
            {ROLE_WORDS[me.role]}
            {me.protectedAccess && ', restricted cases too'}
          </p>
          <Button size="small" onPress={onSignOut}>
            Sign out
          </Button>
        </div>
      </div>
      <nav class="header-ways" aria-label="Main">
        <ul>
          {waysOf(me, place).map(({ text, address, isHere }) => (
            <li key={text}>
              <a href={address} aria-current={isHere ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
