/** A table that scrolls sideways inside its own frame when the screen is too narrow, so that the page never does. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface DataTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Columns of numbers, by position from 0: set to the right. */
  readonly numeric?: readonly number[];
}

export function DataTable({ caption, head, rows, numeric = [] }: DataTableProps) {
  const id = useId();
  const side = (column: number) => (numeric.includes(column) ? 'number' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="table-frame" aria-labelledby={id} tabIndex={0}>
      <table class="usa-table usa-table--borderless">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {head.map((text, column) => (
              <th key={text} scope="col" class={side(column)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row" class={side(column)}>
                    {cell}
                  </th>
                ) : (
                  <td key={column} class={side(column)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
