/** One measured figure beside what it may be at most. */
export interface Figure {
  what: string;
  figure: number;
  limit: number;
  unit: string;
}
