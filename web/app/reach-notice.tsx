/** The API does not answer: said once, on every page, until it answers again. */
import { Alert } from '../ui/alert.tsx';
import type { Edges } from './edges.ts';
import { useSignal } from './signal.ts';

export function ReachNotice({ edges }: { readonly edges: Pick<Edges, 'reachable'> }) {
  const isReachable = useSignal(edges.reachable);
  // The region stands there empty before it speaks: a region that comes with its words is not read by every reader.
  return (
    <div role="status">
      {!isReachable && (
        <Alert kind="warning" isSlim>
          <p>
            <strong>The service does not answer.</strong> What is shown may be out of date, and nothing is saved until
            it answers again. What you write stays on this screen.
          </p>
        </Alert>
      )}
    </div>
  );
}
