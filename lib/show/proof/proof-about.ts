/** What stands in a proof beside the report. */
export interface ProofAbout {
  /** The page of the check, whole. */
  link: string;
  /** Who runs this and how to reach them; null when they do not say. */
  operator: string | null;
}
