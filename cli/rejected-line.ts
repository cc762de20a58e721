/** How a rejected line is reported on standard error: the number, the reason and the places at fault, never a value. */
export function rejectedLine(line: number, { reason, paths }: { reason: string; paths: readonly string[] }): string {
  return `${JSON.stringify({ line, reason, paths })}\n`;
}
