/** How many flags stand in each lane, and where they are with people. */
import type { Summary } from '../../shared/review/api/answers.ts';
import { LANE_WORDS } from '../app/lanes.ts';
import { DataTable } from '../ui/data-table.tsx';
import { grouped } from './plots/figure.tsx';

type LaneCounts = Summary['lanes'][number];

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

const statusesOf = ({ open, claimed, onHold, decided }: LaneCounts) => [open, claimed, onHold, decided];

export function CountsSection({ lanes }: { lanes: Summary['lanes'] }) {
  const rows = lanes.map((counts) => [LANE_WORDS[counts.lane].name, ...statusesOf(counts), total(statusesOf(counts))]);
  const sums = [0, 1, 2, 3].map((column) => total(lanes.map((counts) => statusesOf(counts)[column] ?? 0)));
  const all = [...rows, ['All lanes', ...sums, total(sums)]];
  return (
    <section>
      <h2>Flags by lane</h2>
      <DataTable
        caption="Flags by lane and by where they are with people"
        head={['Lane', 'Open', 'In hand', 'On hold', 'Decided', 'All']}
        rows={all.map((cells) => cells.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell)))}
        numeric={[1, 2, 3, 4, 5]}
      />
    </section>
  );
}
