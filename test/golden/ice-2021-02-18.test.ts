/** Every worked case of the interim priorities of February 18, 2021 through the product. */
import { goldenCases } from './ice-2021-02-18.ts';
import { describeWorkedCases } from './worked-cases.ts';

describeWorkedCases('ice-2021-02-18', goldenCases);
