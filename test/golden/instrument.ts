/** The instrument that the worked cases and random records are held against. */
import { findInstrument } from '../../shared/policy/instruments.ts';

export const POLICY = 'opla-2021-05-27';

function found() {
  const instrument = findInstrument(POLICY);
  if (instrument === undefined) throw new Error(`no instrument ${POLICY}`);
  return instrument;
}

export const instrument = found();
