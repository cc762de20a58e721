/** What every part of a local run has in common: loopback only, one made-up account, credentials that open nothing. */

/** No other address is ever bound: a local run holds whatever docket its user feeds it. */
export const LOCAL_HOST = '127.0.0.1';
export const LOCAL_ACCOUNT = '000000000000';
/** The emulators know no other partition, whatever the region. */
export const LOCAL_PARTITION = 'aws';
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
