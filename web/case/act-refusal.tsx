/** A refused act, said where it was tried, with the ways on. */
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ChangeList } from './change-list.tsx';
import { helpFor, type Refused } from './refused.ts';

export interface WaysOn {
  readonly again: () => void;
  readonly look: () => void;
  readonly claim: () => void;
}

/** To look, or to claim anew: whether the case is then shown as it is now. */
export type ToSeeAnew = Readonly<Record<'look' | 'claim', () => Promise<boolean>>>;

/** The ways on from an act. What was refused is said until the case is shown as it is now, and then it goes. */
export function waysFrom(
  { look, claim }: ToSeeAnew,
  { reset }: { readonly reset: () => void },
  again: () => void,
): WaysOn {
  const unlessInVain = (go: () => Promise<boolean>) => async () => {
    if (await go()) reset();
  };
  const [looks, claims] = [unlessInVain(look), unlessInVain(claim)];
  return { again, look: () => void looks(), claim: () => void claims() };
}

const WAYS = { again: 'Try again', look: 'Look at the case as it is now', claim: 'Claim it again' } as const;

export function ActRefusal({ refused, ways }: { readonly refused: Refused | undefined; readonly ways: WaysOn }) {
  if (refused === undefined) return null;
  const { heading, says, changes, offers } = helpFor(refused);
  return (
    <Alert kind="error" heading={heading} isAnswer>
      <p>{says}</p>
      {changes.length > 0 && <ChangeList changes={changes} />}
      {offers.length > 0 && (
        <p class="case-ways">
          {offers.map((way) => (
            <Button key={way} onPress={ways[way]}>
              {WAYS[way]}
            </Button>
          ))}
        </p>
      )}
    </Alert>
  );
}
