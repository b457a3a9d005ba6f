/** The day of a moment in ISO 8601, as findings name it; empty where there is none. */
export function dayOf(moment: string): string {
  return moment.slice(0, 'yyyy-mm-dd'.length);
}
