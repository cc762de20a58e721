/** What-if settings as they are written, and what is said of those that cannot be met. */
import { describe, expect, it } from 'vitest';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { opla20220403 } from '../opla-2022-04-03/instrument.ts';
import { readSides } from './settings.ts';

const both = [opla20210527, opla20220403];
const NAMES = ['A', 'B'];

function sides(texts: string[], instruments = both, names = NAMES) {
  const read = readSides(instruments, names, texts);
  if (read.kind === 'refused') throw new Error(read.message);
  return read.sides;
}

function refusal(texts: string[], instruments = both, names = NAMES): string {
  const read = readSides(instruments, names, texts);
  return read.kind === 'refused' ? read.message : 'not refused';
}

const valuesOf = (texts: string[], name: string) =>
  sides(texts).map(({ instrument }) => instrument.parameters[name]?.value);

describe('a setting', () => {
  it('without a name is for every side that has such a key', () => {
    expect(valuesOf(['backgroundCheck=180'], 'backgroundCheck')).toEqual([180, 180]);
    expect(valuesOf(['gangAge=18'], 'gangAge')).toEqual([18, undefined]);
    const [a, b] = sides(['gangAge=18']);
    expect([a?.instrument.contentHash === opla20210527.contentHash, b?.instrument]).toEqual([false, opla20220403]);
  });

  it('with a name is for that side alone, and goes before one without', () => {
    expect(valuesOf(['A:backgroundCheck=180'], 'backgroundCheck')).toEqual([180, 365]);
    expect(valuesOf(['B:borderCutOff=2020-10-01'], 'borderCutOff')).toEqual(['2020-11-01', '2020-10-01']);
    expect(valuesOf(['B:backgroundCheck=90', 'backgroundCheck=180'], 'backgroundCheck')).toEqual([180, 90]);
  });

  it('of a reading answers the question for cases without one', () => {
    const twice = [opla20210527, opla20210527];
    const [a, b] = sides(['B:readings.border-re-entry=present-stay'], twice);
    expect([a?.answers, b?.answers]).toEqual([{}, { 'border-re-entry': 'present-stay' }]);
    expect([a?.instrument, b?.policy]).toEqual([opla20210527, opla20210527]);
  });

  it('may be empty of effect and still is a what-if', () => {
    const [only] = sides(['gangAge=16'], [opla20210527], []);
    expect(only?.instrument.contentHash).toBe(opla20210527.contentHash);
    expect(only?.instrument).not.toBe(opla20210527);
  });

  it.each<[text: string, what: string]>([
    ['backgroundCheck=0', 'no day but the day itself'],
    ['backgroundCheck=36500', 'a hundred years'],
    ['minorAge=150', 'more years than anyone lives'],
    ['borderCutOff=1900-01-01', 'the first day'],
    ['borderCutOff=2199-12-31', 'the last day'],
  ])('may be %s: %s', (text) => {
    expect(refusal([text])).toBe('not refused');
  });
});

describe('a setting that cannot be met is refused', () => {
  it.each<[what: string, texts: string[], message: string]>([
    ['no value', ['backgroundCheck'], '--set takes key=value; for one policy alone A:key=value or B:key=value'],
    ['no key', ['=180'], '--set takes key=value'],
    ['a value without a unit', ['backgroundCheck=1y'], 'backgroundCheck takes a whole number of days from 0 to 36500'],
    ['a fraction', ['minorAge=17.5'], 'minorAge takes a whole number of years from 0 to 150'],
    ['nothing for a number', ['minorAge='], 'minorAge takes a whole number of years from 0 to 150'],
    ['too many days', ['backgroundCheck=36501'], 'from 0 to 36500'],
    ['too many years', ['minorAge=151'], 'from 0 to 150'],
    ['a negative number', ['minorAge=-1'], 'from 0 to 150'],
    ['a day that does not exist', ['borderCutOff=2021-02-30'], 'borderCutOff takes a day that exists, as YYYY-MM-DD'],
    ['a day of another age', ['borderCutOff=1899-12-31'], 'from 1900-01-01 to 2199-12-31'],
    ['a month for a day', ['borderCutOff=2020-11'], 'borderCutOff takes a day that exists'],
    ['a day that follows another', ['B:afterBorderCutOff=2021-01-01'], 'is the day after borderCutOff: set that'],
    ['the same key twice', ['A:gangAge=17', 'A:gangAge=18'], 'gangAge is set twice for opla-2021-05-27'],
    [
      'an unknown answer',
      ['readings.gang-age=now'],
      'readings.gang-age has the answers: at-participation, present-age',
    ],
    [
      'an unknown parameter',
      ['B:gangAge=18'],
      'opla-2022-04-03 has nothing named "gangAge"; parameters: borderCutOff, backgroundCheck; questions: ' +
        'readings.border-entry-on-cut-off, readings.border-paroled',
    ],
    [
      'an unknown question',
      ['readings.gang=present-age'],
      'opla-2021-05-27 or opla-2022-04-03 has nothing named "readings.gang"; parameters: borderCutOff, gangAge,',
    ],
    ['a question without its prefix', ['gang-age=present-age'], 'questions: readings.juvenile-finding,'],
    ['a side that is none', ['C:gangAge=18'], 'has nothing named "C:gangAge"'],
    ['the name of something every object has', ['constructor=1'], 'has nothing named "constructor"'],
    ['a reading that every object has', ['readings.toString=1'], 'has nothing named "readings.toString"'],
  ])('%s', (_, texts, message) => {
    expect(refusal(texts)).toContain(message);
  });

  it('lists each name once, and takes no name of a side where there is one', () => {
    const twice = refusal(['x=1'], [opla20210527, opla20210527]);
    expect(twice.match(/borderCutOff/g)).toHaveLength(1);
    expect(twice).toContain('opla-2021-05-27 has nothing named');
    expect(refusal(['A:gangAge=18'], [opla20210527], [])).toContain('has nothing named "A:gangAge"');
    expect(refusal(['gangAge'], [opla20210527], [])).toBe('--set takes key=value');
  });
});
