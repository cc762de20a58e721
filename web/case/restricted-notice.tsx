/** How a protected file is to be handled, above everything that is shown of it. */
import { Alert } from '../ui/alert.tsx';

export function RestrictedNotice() {
  return (
    <Alert kind="warning" heading="Restricted">
      <p>
        Information in this file is protected (8 U.S.C. 1367; 8 CFR 208.6). Show it to no one without a legitimate
        official purpose, and do not confirm that it exists.
      </p>
    </Alert>
  );
}
