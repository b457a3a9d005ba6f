/** What came of a form: why nothing did, what it made, or that it was done. */
export type FormAnswer =
  | { kind: 'refused'; say: string; typed: Readonly<Record<string, string>> }
  | { kind: 'made'; text: string }
  | null;

export type FormAction = (before: FormAnswer, form: FormData) => Promise<FormAnswer>;

/** What was typed into a field before it was refused. */
export function typedIn(answer: FormAnswer, name: string): string {
  return answer?.kind === 'refused' ? (answer.typed[name] ?? '') : '';
}
