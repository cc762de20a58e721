/** What a checker found broken. It is collected, not thrown: the product would catch what is thrown within its calls. */

export interface Violation {
  /** The promise that was broken. */
  readonly rule: string;
  readonly detail: string;
}

export interface Violations {
  readonly found: Violation[];
  readonly report: (rule: string, detail: string) => void;
  readonly check: (holds: boolean, rule: string, detail: () => string) => void;
}

export function makeViolations(): Violations {
  const found: Violation[] = [];
  const report = (rule: string, detail: string) => void found.push({ rule, detail });
  return {
    found,
    report,
    check: (holds, rule, detail) => {
      if (!holds) report(rule, detail());
    },
  };
}
