/** Messages set aside, in memory. */
import { daysBefore } from '../days.ts';
import type { QuarantinedMessage, QuarantineStore } from '../store.ts';

export function memoryQuarantineStore(): QuarantineStore {
  const messages = new Map<string, QuarantinedMessage>();
  return {
    async put(message) {
      if (messages.has(message.id)) return 'already-there';
      messages.set(message.id, { ...message, paths: [...message.paths] });
      return 'stored';
    },

    async *listRecent({ newest, days }) {
      const oldest = daysBefore(newest, days - 1);
      const found = [...messages.values()].filter(({ receivedAt }) => {
        const day = receivedAt.slice(0, 10);
        return day >= oldest && day <= newest;
      });
      found.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
      for (const { body, ...summary } of found) yield { ...summary, bytes: Buffer.byteLength(body) };
    },

    async read(id) {
      const message = messages.get(id);
      return message && { ...message };
    },
  };
}
