/** A bug that the product does not have, as a change of one place of its source. */
export interface PlantedBug {
  readonly name: string;
  /** What a person would say of it. */
  readonly says: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}
